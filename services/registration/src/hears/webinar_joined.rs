use super::Registrations;
use crate::desk::book::snapshot;
use crate::store::{claim, event, pool, registration};
use bus::{Failure, Hears, Work};
use proto::registration::RegistrationAttended;
use proto::webinar::WebinarJoined;

impl Hears<WebinarJoined> for Registrations {
    /// Whoever joins for the first time took part; later times change nothing.
    async fn hear(&self, work: &Work, message: WebinarJoined) -> Result<(), Failure> {
        // Taken before the registration is read, as the desk does: revisions go up one by one.
        event::locked(&work.tx, &[message.event_id]).await?;
        let Some(mut row) = registration::by_id(&work.tx, message.registration_id).await? else {
            return Err(Failure::SetAside(format!("registration {} is not known", message.registration_id)));
        };
        let has_place = row.state == registration::State::Admitted && row.erased_at.is_none();
        if !has_place || row.attended_at.is_some() || row.event_id != message.event_id.0 {
            return Ok(());
        }
        row.attended_at = Some(host::to_micros(message.at));
        row.revision += 1;
        registration::mark_attended(&work.tx, &row).await?;
        let whole: Vec<_> = pool::of_events(&work.tx, &[row.event_id]).await?;
        let claims = claim::of_registrations(&work.tx, &[row.id]).await?;
        let chosen = claims.iter().filter(|claim| !whole.iter().any(|pool| pool.whole && pool.id == claim.pool_id));
        work.say(&RegistrationAttended { registration: snapshot(&row, chosen), at: message.at });
        Ok(())
    }
}
