//! A door as its page shows it.

use crate::door::{self, Arriving, Door, May};
use crate::pages::event::{EventView, Known};
use crate::pages::list::word;
use crate::places::Pool;
use crate::store::arrival::Arrival;
use crate::store::registration::{self, State};
use chrono::{DateTime, Utc};
use proto::event::{Event, Form};
use proto::{AccountId, Localised, PoolId, RegistrationId};
use sea_orm::prelude::Uuid;
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct DoorPage {
    pub(super) event: EventView,
    pub(super) path: String,
    /// Whose marks the phone may send from this page.
    pub(super) account: AccountId,
    /// What there is to choose besides the event; each has a door of its own.
    pub(super) sessions: Vec<SessionView>,
    pub(super) come: u32,
    pub(super) expected: u32,
    pub(super) search: String,
    pub(super) failed: bool,
    /// The end of the key of what is said of what was pressed.
    pub(super) said: Option<&'static str>,
    /// Whom it was pressed for.
    pub(super) last: Option<PersonView>,
    pub(super) people: Vec<PersonView>,
    /// There are more people than are shown.
    pub(super) more: bool,
    /// Somebody who is not signed up can be let in.
    pub(super) walk_in: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SessionView {
    id: PoolId,
    label: Localised,
    starts_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
    room: Option<Localised>,
    chosen: bool,
}

/// The sessions of an event, the one whose door it is chosen.
pub(super) fn sessions(known: &Known, chosen: Option<PoolId>) -> Vec<SessionView> {
    let is_open = |id| known.places.pool(id).is_some_and(|pool: &Pool| !pool.closed);
    let choices = known.event.choices().filter(|pool| is_open(pool.id) && pool.form != Some(Form::Online));
    let view = |pool: &proto::event::Pool| SessionView {
        id: pool.id,
        label: pool.label.clone(),
        starts_at: pool.starts_at,
        ends_at: pool.ends_at,
        room: pool.room.clone(),
        chosen: Some(pool.id) == chosen,
    };
    choices.map(view).collect()
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PersonView {
    id: RegistrationId,
    /// The id of the mark that the button makes.
    mark: Uuid,
    name: String,
    affiliation: Option<String>,
    no_pictures: bool,
    state: &'static str,
    position: Option<u32>,
    offered_until: Option<DateTime<Utc>>,
    may: &'static str,
    came_at: Option<DateTime<Utc>>,
    /// The end of the key of who noted it.
    by: Option<&'static str>,
}

impl PersonView {
    pub(super) async fn of(
        db: &impl ConnectionTrait,
        event: &Event,
        door: &Door,
        me: AccountId,
        one: Arrival,
        now: DateTime<Utc>,
    ) -> Result<Self, DbErr> {
        let row = one.registration;
        let arriving = Arriving {
            state: row.state,
            form: row.form(),
            offered_until: row.offered_until,
            claim: one.claim,
            came: one.came_at.is_some(),
        };
        let position = match row.state {
            State::Waiting => Some(registration::ahead_of(db, row.event_id, row.form(), row.turn).await? + 1),
            State::Admitted | State::Offered | State::Withdrawn | State::Undecided => None,
        };
        let questions = &event.sign_up.questions;
        Ok(Self {
            id: row.id(),
            mark: Uuid::now_v7(),
            affiliation: door::affiliation(questions, &one.answers),
            no_pictures: door::no_pictures(questions, &one.answers),
            state: word(row.state),
            position,
            offered_until: row.offered_until,
            may: door::may(door, &arriving, now).word(),
            came_at: one.came_at,
            by: one.noted_by.map(|account| if account == me.0 { "you" } else { "other" }),
            name: row.name,
        })
    }
}

impl host::Page for DoorPage {
    const TEMPLATE: &'static str = "registration/door.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let starts_at = known.event.starts_at;
        let person = |n: u128, name: &str, state, may: May| PersonView {
            id: RegistrationId(Uuid::from_u128(n)),
            mark: Uuid::from_u128(100 + n),
            name: name.to_owned(),
            affiliation: (n != 2).then(|| "Volda kommune".to_owned()),
            no_pictures: n == 1,
            state,
            position: (state == "waiting").then_some(3),
            offered_until: (state == "offered").then_some(starts_at),
            may: may.word(),
            came_at: (may == May::TakeBack).then_some(starts_at),
            by: (may == May::TakeBack).then_some(if n == 2 { "you" } else { "other" }),
        };
        let expected = Self {
            event: known.view(),
            path: "/arrangor/dor/levande-sentrum".to_owned(),
            account: AccountId(Uuid::from_u128(7)),
            sessions: sessions(&known, None),
            come: 12,
            expected: 50,
            search: String::new(),
            failed: false,
            said: None,
            last: None,
            people: vec![
                person(1, "Åse Ødegård", "admitted", May::Note),
                person(2, "<script>alert(1)</script>", "admitted", May::Note),
            ],
            more: true,
            walk_in: true,
        };
        let found = Self {
            search: "\"><script>alert(1)</script>".to_owned(),
            more: false,
            last: Some(person(2, "Per Persson-Kristiansen av Vestre Slidre", "admitted", May::TakeBack)),
            people: vec![
                person(3, "Berit", "admitted", May::TakeBack),
                person(4, "Cato", "offered", May::LetIn),
                person(5, "Dina", "waiting", May::Wait),
                person(6, "Egil", "withdrawn", May::SignUpAnew),
                person(7, "Frida", "admitted", May::Online),
            ],
            ..expected.clone()
        };
        let refused =
            |said| Self { failed: true, said: Some(said), last: found.people.get(2).cloned(), ..expected.clone() };
        let first = expected.sessions.first().map(|session| session.id);
        let session = Self {
            sessions: sessions(&known, first),
            people: vec![
                person(1, "Åse Ødegård", "admitted", May::Note),
                person(2, "Berit", "admitted", May::GivePlace),
                person(3, "Cato", "admitted", May::Full),
            ],
            said: Some("already"),
            walk_in: false,
            ..found.clone()
        };
        let nobody = Self { people: Vec::new(), more: false, come: 0, expected: 0, ..expected.clone() };
        let none_found = Self { search: "ingen".to_owned(), ..nobody.clone() };
        let refusals = ["no-place", "full", "clash", "offer-lapsed", "over"].map(refused);
        [vec![expected, found.clone(), session, nobody, none_found], refusals.to_vec()].concat()
    }
}
