//! A link to sign in with, and what is different about how somebody signs in. The letter has the id of the request or the
//! change, so that each brings one.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::Language;
use proto::account::{SignInChanged, SignInRequested};
use uuid::Uuid;

use crate::Mail;
use crate::planning::{Facts, Planned, SignIn};
use crate::purpose::Purpose;
use crate::store::letter::{self, Owner};

impl Hears<SignInRequested> for Mail {
    async fn hear(&self, work: &Work, message: SignInRequested) -> Result<(), Failure> {
        let SignInRequested { sign_in_id, organisation, email, language, expires_at, invited, .. } = message;
        let facts = Facts::SignIn(SignIn { organisation, email, expires_at, invited });
        write(self, work, sign_in_id.0, language, Purpose::SignIn, facts).await
    }
}

impl Hears<SignInChanged> for Mail {
    async fn hear(&self, work: &Work, message: SignInChanged) -> Result<(), Failure> {
        let (id, language) = (message.change_id.0, message.language);
        write(self, work, id, language, Purpose::SignInChanged, Facts::SignInChanged(Box::new(message))).await
    }
}

/// Has a letter sent to somebody's account at once.
async fn write(
    mail: &Mail,
    work: &Work,
    id: Uuid,
    language: Language,
    purpose: Purpose,
    facts: Facts,
) -> Result<(), Failure> {
    let planned = Planned {
        purpose,
        rule: String::new(),
        computed_for: DateTime::UNIX_EPOCH,
        due: work.now,
        facts: Some(facts),
        skip: None,
    };
    let owner = Owner { registration: None, speaker: None, event: None, language };
    letter::insert(&work.tx, vec![letter::new(id, owner, planned, work.now)?]).await?;
    mail.wake.notify_one();
    Ok(())
}
