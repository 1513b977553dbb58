use super::Hearing;
use crate::store;
use bus::{Failure, Hears, Work};
use proto::registration::SignupChanged;

impl Hears<SignupChanged> for Hearing {
    async fn hear(&self, work: &Work, message: SignupChanged) -> Result<(), Failure> {
        Ok(store::gathering::keep_signup(&work.tx, &message).await?)
    }
}
