//! Decides about people who are signed up for a whole series when one of its dates is published: a place, a wait, or nothing
//! new for those who had signed up by themselves.

use crate::address;
use crate::admission::{self, Admission};
use crate::desk::book::Book;
use crate::desk::errand::{Person, Refusal};
use crate::desk::signing_up::{Comer, Got};
use crate::store::registration;
use chrono::{DateTime, Utc};
use proto::RegistrationId;
use proto::event::Form;
use uuid::Uuid;

/// What becomes of somebody who follows the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invited {
    /// Has a place, or waits for one.
    Now(RegistrationId),
    /// Had signed up by themselves, and keeps that one sign-up.
    Already(RegistrationId),
    /// There is no place left, and no waiting list.
    Full,
    /// One cannot sign up at this moment, and neither can they.
    Closed,
}

impl Book {
    /// Signs somebody up who follows the series, in the same way as somebody who fills in the form.
    pub fn invite(&mut self, person: &Person, now: DateTime<Utc>, new_id: &mut dyn FnMut() -> Uuid) -> Invited {
        if !self.row.is_public() || admission::window(&self.event, self.row.cancelled, now).is_err() {
            return Invited::Closed;
        }
        let address = address::normalised(&person.email);
        if let Some(known) = self.addresses.get(&address) {
            return Invited::Already(RegistrationId(*known));
        }
        if !self.may_come(&address) {
            return Invited::Closed;
        }
        let form = self.usual_form();
        let admission = self.admission(form, &[&[]], 1);
        let (state, position, claims) = match &admission {
            Admission::Refused(Refusal::Full) => return Invited::Full,
            Admission::Refused(_) => return Invited::Closed,
            Admission::Admitted { claims } => (registration::State::Admitted, None, claims),
            Admission::Waiting { position, claims } => (registration::State::Waiting, Some(*position), claims),
            Admission::Undecided { claims } => (registration::State::Undecided, None, claims),
        };
        self.places.record(&admission);
        let comer = Comer { person, address, signed_up_as: None };
        let claims = claims.first().map_or(&[][..], Vec::as_slice);
        let placed = self.add(&comer, (new_id(), new_id()), Got { state, form, position }, claims, now);
        Invited::Now(placed.id)
    }

    /// Where there is a choice, nobody is expected to travel who has not said so.
    fn usual_form(&self) -> Option<Form> {
        let forms = self.places.forms();
        forms.iter().copied().find(|form| *form == Form::Online).or(forms.first().copied())
    }
}
