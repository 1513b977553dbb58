//! A link to sign in with. The letter has the id of the request, so that each brings one.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::account::SignInRequested;

use crate::Mail;
use crate::planning::{Facts, Planned, SignIn};
use crate::purpose::Purpose;
use crate::store::letter::{self, Owner};

impl Hears<SignInRequested> for Mail {
    async fn hear(&self, work: &Work, message: SignInRequested) -> Result<(), Failure> {
        let SignInRequested { sign_in_id, organisation, email, language, expires_at, invited, .. } = message;
        let planned = Planned {
            purpose: Purpose::SignIn,
            rule: String::new(),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(Facts::SignIn(SignIn { organisation, email, expires_at, invited })),
            skip: None,
        };
        let owner = Owner { registration: None, speaker: None, event: None, language };
        let row = letter::new(sign_in_id.0, owner, planned, work.now)?;
        letter::insert(&work.tx, vec![row]).await?;
        self.wake.notify_one();
        Ok(())
    }
}
