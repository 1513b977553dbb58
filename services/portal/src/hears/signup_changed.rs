use super::Portal;
use crate::store::signup;
use bus::{Failure, Hears, Work};
use proto::registration::SignupChanged;

impl Hears<SignupChanged> for Portal {
    async fn hear(&self, work: &Work, message: SignupChanged) -> Result<(), Failure> {
        Ok(signup::keep(&work.tx, &message).await?)
    }
}
