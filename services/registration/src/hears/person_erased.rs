use super::Registrations;
use crate::store::person_ask;
use bus::{Failure, Hears, Work};
use proto::person::PersonErased;

impl Hears<PersonErased> for Registrations {
    async fn hear(&self, work: &Work, message: PersonErased) -> Result<(), Failure> {
        Ok(person_ask::add(&work.tx, message.ask_id.0, message.amount).await?)
    }
}
