//! What gatherings say of their delegations: seats that are kept, and people who are named for them.

use super::Registrations;
use crate::address;
use crate::answers::Answers;
use crate::desk::errand::Person;
use crate::desk::loading::{Front, Need, load};
use crate::desk::recording::{Recorded, record};
use crate::desk::seating::{Naming, Seated};
use crate::following;
use crate::store::snapshot::Events;
use crate::store::{event, pool, seat};
use bus::{Failure, Hears, Work};
use proto::gathering::{DelegationAllotted, DelegationSeatCleared, DelegationSeatNamed, RegistrationSeated, Seating};
use uuid::Uuid;

impl Hears<DelegationAllotted> for Registrations {
    /// Keeps seats for a delegation, or lets go of what it no longer has: others who wait get the places.
    async fn hear(&self, work: &Work, message: DelegationAllotted) -> Result<(), Failure> {
        event::locked_or_new(&work.tx, message.event_id).await?;
        if !pool::allot(&work.tx, &message).await? {
            return Ok(());
        }
        let need = Need { queue: Front::Everybody, ..Need::default() };
        let mut books = load(&work.tx, &Events::default(), &[(message.event_id, need)]).await?;
        for book in &mut books {
            book.refill(work.now);
            book.tell();
        }
        written(record(work, &mut books).await?)?;
        // Whoever follows the network may have waited for this to be known.
        written(following::enrol(work, message.event_id).await?)
    }
}

fn written(recorded: Recorded) -> Result<(), Failure> {
    match recorded {
        Recorded::All => Ok(()),
        Recorded::Conflict => Err(Failure::Retry("somebody signed up at the same moment".to_owned())),
    }
}

impl Hears<DelegationSeatNamed> for Registrations {
    /// Signs the person up, once, whatever else of the delegation has been heard of by now.
    async fn hear(&self, work: &Work, message: DelegationSeatNamed) -> Result<(), Failure> {
        let (event_id, delegation_id) = (message.allotted.event_id, message.allotted.delegation_id);
        event::locked_or_new(&work.tx, event_id).await?;
        // Decided, or cleared before it was heard of; whom it replaced is to leave all the same.
        let is_known = seat::find(&work.tx, message.seat_id.0).await?.is_some();
        let taken_back = seat::clear_all(&work.tx, &message).await?;
        if is_known && taken_back.is_empty() {
            return Ok(());
        }
        pool::allot(&work.tx, &message.allotted).await?;
        let need = Need {
            addresses: vec![address::normalised(&message.email)],
            registrations: taken_back.iter().filter_map(|seat| seat.registration).collect(),
            queue: Front::Everybody,
            ..Need::default()
        };
        let mut books = load(&work.tx, &Events::default(), &[(event_id, need)]).await?;
        let Some(book) = books.first_mut() else {
            return Err(Failure::Retry(format!("event {event_id} is not known yet")));
        };
        for seat in &taken_back {
            if let Some(registration) = seat.registration {
                book.unseat(registration.into(), delegation_id, seat.own, work.now);
            }
        }
        if is_known {
            book.tell();
            return written(record(work, &mut books).await?);
        }
        let person = Person {
            name: message.name.clone(),
            email: message.email.clone(),
            language: message.language,
            answers: Answers::default(),
            choices: Vec::new(),
        };
        let naming = Naming { delegation: delegation_id, role: message.role, person };
        let seated = book.seat_named(&naming, work.now, Uuid::now_v7());
        book.tell();
        let own_place = matches!(seated, Seated::Now { own_place: true, .. });
        let (registration, outcome) = match seated {
            Seated::Now { registration, own, .. } => (Some((registration, own)), Seating::Seated),
            Seated::Full => (None, Seating::Full),
            Seated::Already => (None, Seating::AlreadySeated),
            Seated::TooLate => (None, Seating::TooLate),
            Seated::Unknown => {
                let why =
                    format!("seat {} is of a role that delegation {delegation_id} does not have", message.seat_id);
                return Err(Failure::SetAside(why));
            }
        };
        written(record(work, &mut books).await?)?;
        seat::keep(&work.tx, &message, registration).await?;
        work.say(&RegistrationSeated {
            seat_id: message.seat_id,
            revision: u32::try_from(seat::FIRST).unwrap_or_default(),
            delegation_id,
            event_id,
            registration_id: registration.map(|(id, _)| id),
            signed_up_before: registration.is_some_and(|(_, own)| own),
            language: message.language,
            member: message.member,
            outcome,
            own_place,
        });
        Ok(())
    }
}

impl Hears<DelegationSeatCleared> for Registrations {
    async fn hear(&self, work: &Work, message: DelegationSeatCleared) -> Result<(), Failure> {
        event::locked_or_new(&work.tx, message.event_id).await?;
        let Some(seat) = seat::find(&work.tx, message.seat_id.0).await? else {
            return Ok(seat::keep_cleared(&work.tx, &message).await?);
        };
        let Some(registration) = seat.registration.filter(|_| !seat.cleared) else { return Ok(()) };
        let need = Need { registrations: vec![registration], queue: Front::Everybody, ..Need::default() };
        let mut books = load(&work.tx, &Events::default(), &[(message.event_id, need)]).await?;
        for book in &mut books {
            book.unseat(registration.into(), seat.delegation.into(), seat.own, work.now);
            book.tell();
        }
        written(record(work, &mut books).await?)?;
        Ok(seat::clear(&work.tx, seat.id).await?)
    }
}
