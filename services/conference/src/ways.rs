//! Decision: how one can take part in a conference, and what switching it means for those who have signed up.

#[cfg(test)]
mod tests;

use crate::pools::with_programme;
use crate::programme::Programme;
use crate::publishing::say_anew;
use crate::store::conference::{Ids, Model};
use chrono::{DateTime, Utc};
use proto::event::{Attendance, Event, Form, Pool};
use proto::registration::PoolPlaces;
use proto::{Localised, PoolId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an event file says of how one takes part, and what organisers can change on their page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Ways {
    pub(crate) attendance: Attendance,
    /// Where people meet.
    pub(crate) venue: Option<Localised>,
    /// What every registration needs: places for each form, or one number of places for all.
    pub(crate) places: Vec<Pool>,
}

/// What organisers want.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Wanted {
    /// Absent while nothing is chosen.
    pub(crate) attendance: Option<Attendance>,
    pub(crate) venue: Localised,
    pub(crate) in_person: FormWanted,
    pub(crate) online: FormWanted,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct FormWanted {
    pub(crate) label: Localised,
    /// Unlimited when absent.
    pub(crate) capacity: Option<u32>,
    pub(crate) hint: Localised,
    pub(crate) price: Localised,
}

/// What switching means for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Affected {
    pub(crate) moving: Vec<Moving>,
    /// Those who never had to choose, and what they are counted as from now on.
    pub(crate) counted: Option<(u32, Form)>,
    pub(crate) tight: Vec<Tight>,
}

/// A form that goes away, and where its people will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moving {
    /// Absent where places were not told apart.
    pub(crate) from: Option<Form>,
    pub(crate) to: Form,
    pub(crate) people: u32,
    /// Of them, those for whom there is no room: they wait.
    pub(crate) queued: u32,
    /// Those who wait already, and will wait for the other form.
    pub(crate) waiting: u32,
}

/// Fewer places than have been given. Nobody loses one, and no new ones are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tight {
    pub(crate) form: Form,
    pub(crate) taken: u32,
    pub(crate) capacity: u32,
}

pub(crate) const FORMS: [Form; 2] = [Form::InPerson, Form::Online];

pub(crate) const fn word(form: Form) -> &'static str {
    match form {
        Form::InPerson => "in_person",
        Form::Online => "online",
    }
}

/// Whether one can take part in this form.
pub(crate) fn offers(attendance: Attendance, form: Form) -> bool {
    match attendance {
        Attendance::Both => true,
        Attendance::InPerson => form == Form::InPerson,
        Attendance::Online => form == Form::Online,
    }
}

impl Ways {
    pub(crate) fn of(event: &Event) -> Self {
        // Places for all are called what the event is called, which is not said here.
        let unnamed = |pool: &Pool| match pool.form {
            None => Pool { label: Localised::default(), ..pool.clone() },
            Some(_) => pool.clone(),
        };
        Self {
            attendance: event.attendance,
            venue: event.venue.clone(),
            places: event.sign_up.pools.iter().filter(|pool| pool.whole).map(unnamed).collect(),
        }
    }

    /// The event with these; what people choose besides stays as it is.
    pub(crate) fn given_to(&self, mut event: Event) -> Event {
        event.attendance = self.attendance;
        event.venue.clone_from(&self.venue);
        let named = |pool: &Pool| match pool.form {
            None => Pool { label: event.title.clone(), ..pool.clone() },
            Some(_) => pool.clone(),
        };
        let mut pools: Vec<Pool> = self.places.iter().map(named).collect();
        pools.extend(event.sign_up.pools.into_iter().filter(|pool| !pool.whole));
        event.sign_up.pools = pools;
        event
    }

    pub(crate) fn of_form(&self, form: Form) -> Option<&Pool> {
        self.places.iter().find(|pool| pool.form == Some(form))
    }

    /// The places of all, and whose they are when forms are told apart: those who have them keep them.
    pub(crate) fn shared(&self, wanted: Attendance) -> Option<(&Pool, Form)> {
        let pool = self.places.iter().find(|pool| pool.form.is_none())?;
        let form = match (wanted, self.attendance) {
            (Attendance::Online, _) | (Attendance::Both, Attendance::Online) => Form::Online,
            _ => Form::InPerson,
        };
        Some((pool, form))
    }
}

impl Wanted {
    pub(crate) fn form(&self, form: Form) -> &FormWanted {
        match form {
            Form::InPerson => &self.in_person,
            Form::Online => &self.online,
        }
    }
}

/// The ways as they will be. Ids are those that an event file would find, so that people keep what they have.
pub(crate) fn wanted_ways(
    now: &Ways,
    wanted: &Wanted,
    ids: &mut Ids,
    mut new_id: impl FnMut() -> Uuid,
) -> Option<Ways> {
    let attendance = wanted.attendance?;
    let key = |form: Form| format!("pool form {}", word(form));
    // What people have places in now is what they keep, whatever a file called it.
    let own = now.places.iter().filter_map(|pool| Some((pool, pool.form?)));
    for (pool, form) in own.chain(now.shared(attendance)) {
        ids.0.insert(key(form), pool.id.0);
    }
    let some = |text: &Localised| Some(text.clone()).filter(|text| !text.is_empty());
    let mut places = Vec::new();
    for form in FORMS.into_iter().filter(|form| offers(attendance, *form)) {
        let FormWanted { label, capacity, hint, price } = wanted.form(form);
        places.push(Pool {
            id: PoolId(*ids.0.entry(key(form)).or_insert_with(&mut new_id)),
            whole: true,
            label: label.clone(),
            capacity: *capacity,
            starts_at: None,
            ends_at: None,
            form: Some(form),
            hint: some(hint),
            price: some(price),
            session: None,
            venue: None,
            room: None,
        });
    }
    let venue = some(&wanted.venue).filter(|_| offers(attendance, Form::InPerson));
    Some(Ways { attendance, venue, places })
}

/// What becoming like this means for those who have signed up. `told` is what registration said last of places.
pub(crate) fn affected(now: &Ways, later: &Ways, told: &[PoolPlaces]) -> Affected {
    let of = |pool: &Pool| told.iter().find(|places| places.pool_id == pool.id);
    let taken = |pool: &Pool| of(pool).map_or(0, |places| places.taken);
    let mut affected = Affected::default();
    for pool in &now.places {
        let (people, waiting) = (taken(pool), of(pool).map_or(0, |places| places.waiting));
        match later.places.iter().find(|other| other.id == pool.id) {
            Some(kept) => {
                if let (None, Some(form)) = (pool.form, kept.form)
                    && people > 0
                {
                    affected.counted = Some((people, form));
                }
                if let (Some(form), Some(capacity)) = (kept.form, kept.capacity)
                    && capacity < people
                    && pool.capacity.is_none_or(|before| capacity < before)
                {
                    affected.tight.push(Tight { form, taken: people, capacity });
                }
            }
            None => {
                // A form goes away only where one is left.
                let Some((other, to)) = later.places.first().and_then(|other| Some((other, other.form?))) else {
                    continue;
                };
                let room = other.capacity.map(|capacity| capacity.saturating_sub(taken(other)));
                let queued = room.map_or(0, |room| people.saturating_sub(room));
                if people > 0 || waiting > 0 {
                    affected.moving.push(Moving { from: pool.form, to, people, queued, waiting });
                }
            }
        }
    }
    affected
}

/// The conference with these ways of taking part, said one revision on; none where nothing becomes another. `released` is the
/// programme that everybody sees.
pub(crate) fn switched(
    row: &Model,
    wanted: &Wanted,
    released: Option<&Programme>,
    now: DateTime<Utc>,
    new_id: impl FnMut() -> Uuid,
) -> Option<Model> {
    let mut row = row.clone();
    let ways = wanted_ways(&Ways::of(row.event()), wanted, &mut row.ids, new_id)?;
    let event = ways.given_to(row.event().clone());
    let event = match (released, u32::try_from(row.released)) {
        (Some(programme), Ok(version)) => with_programme(&event, version, programme),
        _ => event,
    };
    (event != *row.event()).then(|| {
        say_anew(&mut row, event, now);
        row
    })
}
