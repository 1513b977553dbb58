//! What an organiser does about one person's sign-up: told first what it leads to, and asked whether it is meant.

use crate::app::App;
use crate::desk::errand::{Act, Errand, Outcome, Refusal};
use crate::pages::event::{EventView, Known};
use crate::pages::export::{private, seen};
use crate::pages::my::dead_link::send_link;
use crate::pages::notice::Notice;
use crate::pages::reason;
use crate::store::audit::{self, Action, Deed};
use crate::store::{event, registration};
use crate::withdrawal::{may_answer_offer, may_change};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{AccountId, RegistrationId};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;

/// Something that is asked about before it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    GivePlace,
    Approve,
    Decline,
    SendLink,
    SignOff,
}

impl Doing {
    const ALL: [Self; 5] = [Self::GivePlace, Self::Approve, Self::Decline, Self::SendLink, Self::SignOff];

    /// The end of the address, and of the keys of its words.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::GivePlace => "plass",
            Self::Approve => "godkjenn",
            Self::Decline => "avslag",
            Self::SendLink => "lenkje",
            Self::SignOff => "meld-av",
        }
    }

    const fn done(self) -> Done {
        match self {
            Self::GivePlace => Done::Placed,
            Self::Approve => Done::Approved,
            Self::Decline => Done::Declined,
            Self::SendLink => Done::LinkSent,
            Self::SignOff => Done::SignedOff,
        }
    }

    /// Whether it is so already: somebody else was first, or it was pressed twice.
    fn is_so(self, state: registration::State) -> bool {
        match self {
            Self::GivePlace => state == registration::State::Admitted,
            Self::Approve => !matches!(state, registration::State::Undecided | registration::State::Withdrawn),
            Self::SignOff | Self::Decline => state == registration::State::Withdrawn,
            Self::SendLink => false,
        }
    }

    /// Whether the desk would do it now.
    fn may(self, known: &Known, row: &registration::Model, now: DateTime<Utc>) -> Result<(), Refusal> {
        let (event, cancelled) = (&known.event, known.cancelled);
        match (self, row.state) {
            (Self::SendLink, _) => Ok(()),
            (Self::SignOff, state) => may_change(event, cancelled, state, now),
            (Self::Approve | Self::Decline, state) => {
                may_change(event, cancelled, state, now)?;
                if state == registration::State::Undecided { Ok(()) } else { Err(Refusal::Decided) }
            }
            (Self::GivePlace, state @ registration::State::Waiting) => {
                may_change(event, cancelled, state, now)?;
                if known.places.have_room_for(1, row.form()) { Ok(()) } else { Err(Refusal::Full) }
            }
            (Self::GivePlace, state) => may_answer_offer(event, cancelled, state, row.offered_until, now),
        }
    }
}

/// What a person's page says was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Done {
    Placed,
    /// The organisers said yes: with a place, or the end of the waiting list.
    Approved,
    Declined,
    Moved,
    LinkSent,
    SignedOff,
    /// Signed up by hand.
    Added,
    /// The same, and waits.
    AddedWaiting,
    /// They were signed up already.
    Known,
}

impl Done {
    const ALL: [Self; 9] = [
        Self::Placed,
        Self::Approved,
        Self::Declined,
        Self::Moved,
        Self::LinkSent,
        Self::SignedOff,
        Self::Added,
        Self::AddedWaiting,
        Self::Known,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Placed => "plass",
            Self::Approved => "godkjenn",
            Self::Declined => "avslag",
            Self::Moved => "endra",
            Self::LinkSent => "lenkje",
            Self::SignedOff => "meld-av",
            Self::Added => "ny",
            Self::AddedWaiting => "ventar",
            Self::Known => "kjend",
        }
    }

    pub(super) fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|done| done.word() == word)
    }

    pub(super) const fn notice(self) -> Notice {
        match self {
            Self::Placed => Notice::PLACED,
            Self::Approved => Notice::APPROVED,
            Self::Declined => Notice::DECLINED,
            Self::Moved => Notice::MOVED,
            Self::LinkSent => Notice::LINK_SENT,
            Self::SignedOff => Notice::SIGNED_OFF,
            Self::Added => Notice::ADDED,
            Self::AddedWaiting => Notice::ADDED_WAITING,
            Self::Known => Notice::KNOWN_ALREADY,
        }
    }
}

/// The person's page, which says what was done.
pub(in crate::pages) fn to_person(visit: &Visit, slug: &str, id: RegistrationId, done: Done) -> Response {
    let page = format!("/arrangor/pameldingar/{slug}/{id}?gjort={}", done.word());
    visit.with_cookies(Redirect::to(&page).into_response())
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ActPage {
    event: EventView,
    id: RegistrationId,
    seq: u32,
    name: String,
    /// The end of the address, and of the keys of its words.
    act: &'static str,
    /// The end of the key of what it leads to.
    then: &'static str,
    /// How many stand before them and are passed.
    passed: u32,
    color: &'static str,
    /// There is something to press.
    possible: bool,
    errors: Vec<FieldError>,
    /// Why, as it was typed, where somebody is told no.
    reason: Option<String>,
    notice: Option<Notice>,
}

impl ActPage {
    async fn of(
        db: &impl ConnectionTrait,
        known: &Known,
        row: &registration::Model,
        doing: Doing,
        refused: Option<&Refusal>,
    ) -> Result<Self, DbErr> {
        let passed = match (doing, row.state) {
            (Doing::GivePlace, registration::State::Waiting) => {
                registration::ahead_of(db, row.event_id, row.form(), row.turn).await?
            }
            _ => 0,
        };
        Ok(Self {
            event: known.view(),
            id: row.id(),
            seq: crate::store::count(row.seq),
            name: row.name.clone(),
            act: doing.word(),
            then: then(doing, row.state),
            passed,
            color: color(doing),
            possible: refused.is_none(),
            errors: Vec::new(),
            reason: (doing == Doing::Decline).then(String::new),
            notice: refused.map(Notice::not_done),
        })
    }
}

const fn color(doing: Doing) -> &'static str {
    match doing {
        Doing::SignOff | Doing::Decline => "danger",
        Doing::GivePlace | Doing::Approve | Doing::SendLink => "accent",
    }
}

/// What it leads to for somebody who stands so.
const fn then(doing: Doing, state: registration::State) -> &'static str {
    match (doing, state) {
        (Doing::SignOff, registration::State::Waiting | registration::State::Undecided) => "meld-av-waiting",
        (Doing::SignOff, registration::State::Offered) => "meld-av-offered",
        (Doing::SignOff, _) => "meld-av-admitted",
        (Doing::GivePlace, registration::State::Offered) => "plass-offered",
        (Doing::GivePlace, _) => "plass-waiting",
        (Doing::SendLink, _) => "lenkje",
        (Doing::Approve, _) => "godkjenn",
        (Doing::Decline, _) => "avslag",
    }
}

/// Whose sign-up it is, for those who may change it.
pub(super) async fn theirs(
    app: &App,
    organiser: &Organiser,
    slug: &str,
    id: &str,
) -> Result<(Known, registration::Model), Error> {
    let known = seen(app, organiser, slug, Role::Editor).await?;
    let id: RegistrationId = id.parse().map_err(|_strange| Error::NotFound)?;
    let row = registration::by_id(&app.host.db.read, id).await?;
    let row = row.filter(|row| row.event_id == known.event.id.0 && row.erased_at.is_none()).ok_or(Error::NotFound)?;
    Ok((known, row))
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id, act)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let doing = Doing::ALL.into_iter().find(|doing| doing.word() == act).ok_or(Error::NotFound)?;
    let (known, row) = theirs(&app, &organiser, &slug, &id).await?;
    if doing.is_so(row.state) {
        return Ok(to_person(&visit, &slug, row.id(), doing.done()));
    }
    let db = &app.host.db;
    let deed = Deed::about(Action::Person, row.id());
    audit::keep(&db.write, visit.now, organiser.account, known.event.id, deed).await?;
    let visit = known.answers_for(visit);
    let refused = doing.may(&known, &row, visit.now).err();
    Ok(private(visit.page(&ActPage::of(&db.read, &known, &row, doing, refused.as_ref()).await?)))
}

pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id, act)): Path<(String, String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let doing = Doing::ALL.into_iter().find(|doing| doing.word() == act).ok_or(Error::NotFound)?;
    let (known, row) = theirs(&app, &organiser, &slug, &id).await?;
    let by = organiser.account;
    let refused = match doing {
        Doing::SendLink => {
            resend(&app, by, &known, row.id()).await?;
            None
        }
        Doing::GivePlace => ask(&app, &known, &row, Act::GivePlace, by).await?,
        Doing::SignOff => ask(&app, &known, &row, Act::SignOff, by).await?,
        Doing::Approve => ask(&app, &known, &row, Act::Approve, by).await?,
        Doing::Decline => match reason::read(fields.get("reason")) {
            Ok(reason) if !fields.switches_language() => ask(&app, &known, &row, Act::Decline { reason }, by).await?,
            read => {
                let visit = known.answers_for(visit);
                let page = ActPage::of(&app.host.db.read, &known, &row, doing, None).await?;
                let reason = Some(fields.get("reason").unwrap_or_default().to_owned());
                let errors = read.err().map(|long| long.told(&app, visit.language)).into_iter().collect::<Vec<_>>();
                let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
                return Ok(private(visit.page_with(status, &ActPage { errors, reason, ..page })));
            }
        },
    };
    match refused {
        // Pressed twice, or by two: it is so, and that is what one wants to know.
        None => Ok(to_person(&visit, &slug, row.id(), doing.done())),
        Some(Refusal::AlreadyWithdrawn) if matches!(doing, Doing::SignOff | Doing::Decline) => {
            Ok(to_person(&visit, &slug, row.id(), doing.done()))
        }
        Some(Refusal::UnknownRegistration) => Err(Error::NotFound),
        Some(refusal) => {
            let visit = known.answers_for(visit);
            let page = ActPage::of(&app.host.db.read, &known, &row, doing, Some(&refusal)).await?;
            Ok(private(visit.page_with(StatusCode::CONFLICT, &page)))
        }
    }
}

/// Asks the desk; nothing where it was done.
pub(super) async fn ask(
    app: &App,
    known: &Known,
    row: &registration::Model,
    act: Act,
    by: AccountId,
) -> Result<Option<Refusal>, Error> {
    match app.desk.ask(known.event.id, Errand::Act { registration: row.id(), act, by }).await {
        Ok(Outcome::Done(_)) => Ok(None),
        Ok(Outcome::Refused(refusal)) => Ok(Some(refusal)),
        Ok(Outcome::SignedUp(_) | Outcome::SameKeyOtherContent) | Err(_) => Err(Error::Busy),
    }
}

/// The link goes to the person's own address, and to nobody else's.
async fn resend(app: &App, by: AccountId, known: &Known, id: RegistrationId) -> Result<(), Error> {
    let work = app.bus.begin().await.map_err(|_away| Error::Busy)?;
    // So that no letter goes to somebody who is being deleted.
    event::locked(&work.tx, &[known.event.id]).await?;
    let Some(row) = registration::by_id(&work.tx, id).await?.filter(|row| row.erased_at.is_none()) else {
        work.rollback().await;
        return Err(Error::NotFound);
    };
    send_link(&work, &row).await?;
    audit::keep(&work.tx, work.now, by, known.event.id, Deed::about(Action::LinkSent, id)).await?;
    work.commit().await.map_err(|_away| Error::Busy)
}

impl Page for ActPage {
    const TEMPLATE: &'static str = "registration/person_act.html";

    fn samples() -> Vec<Self> {
        use registration::State::{Admitted, Offered, Undecided, Waiting};
        let event = crate::pages::sample::known().view();
        let page = |doing: Doing, state, passed, refused: Option<Refusal>| Self {
            event: event.clone(),
            id: RegistrationId(sea_orm::prelude::Uuid::from_u128(1)),
            seq: 1,
            name: "<script>alert(1)</script> \u{202e}Åse Ødegård".to_owned(),
            act: doing.word(),
            then: then(doing, state),
            passed,
            color: color(doing),
            possible: refused.is_none(),
            errors: Vec::new(),
            reason: (doing == Doing::Decline).then(|| "Berre for <tilsette>".to_owned()),
            notice: refused.as_ref().map(Notice::not_done),
        };
        vec![
            page(Doing::SignOff, Admitted, 0, None),
            page(Doing::SignOff, Waiting, 0, None),
            page(Doing::SignOff, Offered, 0, Some(Refusal::Over)),
            page(Doing::GivePlace, Waiting, 2, None),
            page(Doing::GivePlace, Waiting, 0, Some(Refusal::Full)),
            page(Doing::GivePlace, Offered, 0, Some(Refusal::OfferLapsed)),
            page(Doing::GivePlace, Offered, 0, Some(Refusal::Cancelled)),
            page(Doing::SendLink, Admitted, 0, None),
            page(Doing::Approve, Undecided, 0, None),
            page(Doing::Approve, Undecided, 0, Some(Refusal::Full)),
            page(Doing::Decline, Undecided, 0, None),
            Self {
                errors: vec![FieldError::new("reason", "Skriv høgst 1000 teikn.")],
                ..page(Doing::Decline, Undecided, 0, None)
            },
            page(Doing::Decline, Admitted, 0, Some(Refusal::Decided)),
        ]
    }
}
