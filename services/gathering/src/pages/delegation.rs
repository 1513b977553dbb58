//! `/delegasjon/{token}`: where somebody who acts for a delegation names people, replaces them, and sees how it stands. What
//! people answer about themselves is nowhere in it.

mod acting;
mod sample;

use super::{Site, done, framed, private};
use crate::acting::{Case, MOST_DEPUTIES, decided};
use crate::delegation::{Delegation, Mix, NoSeat, Role, Rules, Standing};
use crate::network_file::Municipalities;
use crate::store::participant::{self, Stands};
use crate::store::seat::Outcome;
use crate::store::{gathering, holder, material, municipality, seat};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Choice, Error, FieldError, Purpose, Visit};
use proto::{Language, Localised};
use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

pub(super) use acting::act;

/// What the holder of a link sees.
#[derive(Clone, Serialize)]
pub(super) struct DelegationPage {
    base: String,
    title: Localised,
    path: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    venue: Option<Localised>,
    member: String,
    standing: Standing,
    /// Nothing can be done here any more.
    is_over: bool,
    is_released: bool,
    seats: u32,
    named: u32,
    left: u32,
    answer_before: Option<DateTime<Utc>>,
    release_at: Option<DateTime<Utc>>,
    is_duty: bool,
    roles: Vec<RoleView>,
    people: Vec<SeatView>,
    history: Vec<SeatView>,
    /// Those who got no seat, and have none since.
    refused: Vec<SeatView>,
    holders: Vec<HolderView>,
    may_add_deputy: bool,
    /// How many more seats can be asked for.
    extra: u32,
    extra_asked: u32,
    form: NameForm,
    role_choices: Vec<Choice>,
    languages: Vec<Choice>,
    /// The member's, where it has several.
    municipalities: Vec<Choice>,
    deputy: DeputyForm,
    extra_typed: String,
    reason: String,
    done: Option<&'static str>,
    errors: Vec<FieldError>,
}

#[derive(Clone, Serialize)]
struct RoleView {
    role: Role,
    named: u32,
    at_most: Option<u32>,
    lacks: u32,
}

/// One naming, as those may see it who act for the delegation.
#[derive(Clone, Serialize)]
struct SeatView {
    id: String,
    name: String,
    role: Role,
    stands: &'static str,
}

#[derive(Clone, Serialize)]
struct HolderView {
    id: String,
    name: String,
    deputy: bool,
    you: bool,
}

/// What was typed about somebody to be named.
#[derive(Clone, Default, Serialize)]
struct NameForm {
    name: String,
    email: String,
    role: String,
    language: String,
    municipality: String,
    /// The seat of the person who is replaced, and their name.
    instead_of: String,
    replaced: String,
}

#[derive(Clone, Default, Serialize)]
struct DeputyForm {
    name: String,
    email: String,
}

/// The link is none of ours, or has been replaced. Says nothing about anybody.
#[derive(Serialize)]
pub(super) struct UnknownLinkPage {
    /// A template wants something to begin with.
    known: bool,
}

/// Who came with a link that is theirs, and what it opens.
struct Held {
    holder: holder::Model,
    case: Case,
    holders: Vec<holder::Model>,
    participants: HashMap<Uuid, participant::Model>,
    names: municipality::Names,
}

/// What a link opens. Forged, of somebody who does not exist, replaced by a newer one, of a gathering that has been: all the
/// same.
async fn open(site: &Site, token: &str) -> Result<Option<Held>, Error> {
    let db = &site.host.db.read;
    let Some((holder, row, gathering)) = held(site, token).await? else { return Ok(None) };
    if gathering.has_been(site.host.clock.now()) {
        return Ok(None);
    }
    let seats = seat::of(db, row.id).await?;
    let holders = holder::of(db, &[row.id]).await?;
    let participants = participant::those(db, seats.iter().filter_map(|seat| seat.registration)).await?;
    let names = municipality::names(db).await?;
    Ok(Some(Held { holder, case: Case { gathering, row, seats }, holders, participants, names }))
}

/// Whose link it is, and what they act for.
async fn held(
    site: &Site,
    token: &str,
) -> Result<Option<(holder::Model, crate::store::delegation::Model, gathering::Model)>, Error> {
    let db = &site.host.db.read;
    let Some((id, generation)) = site.host.keys.read(Purpose::Delegate, token) else { return Ok(None) };
    let Some(holder) = holder::find(db, id).await?.filter(|holder| holder.generation() == generation) else {
        return Ok(None);
    };
    let Some(row) = crate::store::delegation::find(db, holder.delegation).await? else { return Ok(None) };
    let gathering = gathering::by_id(db, row.gathering).await?;
    Ok(gathering.map(|gathering| (holder, row, gathering)))
}

/// The gathering of the delegation that the holder of a link acts for, also when it has been.
pub(super) async fn held_by(site: &Site, token: &str) -> Result<Option<gathering::Model>, Error> {
    Ok(held(site, token).await?.map(|(_, _, gathering)| gathering))
}

/// When the gathering has been, a link leads to what is attached to it, if there is anything, and to nothing else.
async fn afterwards(site: &Site, visit: Visit, token: &str) -> Result<Response, Error> {
    if let Some(gathering) = held_by(site, token).await?
        && !material::of(&site.host.db.read, gathering.id).await?.is_empty()
    {
        let there = Redirect::to(&format!("/delegasjon/{token}/materiale"));
        return Ok(private(visit.with_cookies(there.into_response())));
    }
    Ok(unknown(&visit))
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let Some(held) = open(&site, &token).await? else { return afterwards(&site, visit, &token).await };
    if held.case.row.opened_at.is_none() {
        note_opened(&site, held.case.row.id).await?;
    }
    let mut page = DelegationPage::of(&held, &token, &visit, &site);
    page.done = done(&uri).and_then(|word| DONE.into_iter().find(|known| *known == word));
    if let Some(seat) = query(&uri, "byt").and_then(|id| page.people.iter().find(|seat| seat.id == id)) {
        page.form.instead_of.clone_from(&seat.id);
        page.form.replaced.clone_from(&seat.name);
        seat.role.word().clone_into(&mut page.form.role);
    }
    shown(&site, visit, &held, StatusCode::OK, &page).await
}

/// What can have been done, as it stands in addresses.
const DONE: [&str; 7] = ["namn", "bytt", "meld-av", "fleire", "vara", "vara-bort", "avslag"];

fn query<'u>(uri: &'u Uri, name: &str) -> Option<&'u str> {
    uri.query()?.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

async fn note_opened(site: &Site, delegation: Uuid) -> Result<(), Error> {
    let work = site.bus.begin().await?;
    if let Some(case) = crate::acting::open(&work.tx, delegation).await? {
        let mut row = case.row;
        row.opened_at.get_or_insert(work.now);
        crate::store::delegation::update(&work.tx, &row).await?;
    }
    work.commit().await?;
    Ok(())
}

async fn shown(
    site: &Site,
    visit: Visit,
    held: &Held,
    status: StatusCode,
    page: &DelegationPage,
) -> Result<Response, Error> {
    let organisers = site.organisers(&held.case.gathering).await?;
    let visit = framed(visit, &held.case.gathering, &organisers);
    Ok(private(visit.page_with(status, page)))
}

pub(super) fn unknown(visit: &Visit) -> Response {
    private(visit.page_with(StatusCode::NOT_FOUND, &UnknownLinkPage { known: false }))
}

impl DelegationPage {
    fn of(held: &Held, token: &str, visit: &Visit, site: &Site) -> Self {
        let Case { gathering, row, seats } = &held.case;
        let (event, rules) = (gathering.event(), gathering.rules());
        let delegation = decided(row, seats);
        let view = |seat: &seat::Model| SeatView {
            id: seat.id.to_string(),
            // As they were named: what somebody is called who had signed up already is not told to who knows the address.
            name: seat.name.clone(),
            role: seat.role(),
            stands: stands(seat, &held.participants),
        };
        let language = visit.language;
        let word = |key: &str| site.host.text.word(language, key, &[]);
        let role_choices = Role::ALL
            .into_iter()
            .map(|role| Choice::new(role.word(), word(&format!("gathering-role-{}", role.word()))));
        let languages =
            Language::ALL.into_iter().map(|one| Choice::new(one.code(), word(&format!("frame-name-{}", one.code()))));
        let form = NameForm { language: held.holder.language().code().to_owned(), ..NameForm::default() };
        Self {
            base: format!("/delegasjon/{token}"),
            title: event.title.clone(),
            path: event.path(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            venue: event.venue.clone(),
            member: row.name.clone(),
            standing: delegation.standing(),
            is_over: gathering.is_over(visit.now),
            is_released: row.released,
            seats: delegation.seats,
            named: delegation.names(),
            left: delegation.left(),
            answer_before: rules.answer_before.filter(|at| visit.now < *at),
            release_at: rules.release_at.filter(|at| visit.now < *at),
            is_duty: rules.mix == Mix::Duty,
            roles: roles(&delegation, rules),
            people: seats.iter().filter(|seat| seat.is_living()).map(view).collect(),
            history: seats.iter().filter(|seat| !seat.is_living() && !seat.name.is_empty()).map(view).collect(),
            refused: seats.iter().filter(|seat| is_refused(seat, seats)).map(view).collect(),
            holders: held
                .holders
                .iter()
                .map(|one| HolderView {
                    id: one.id.to_string(),
                    name: one.name.clone(),
                    deputy: one.deputy,
                    you: one.id == held.holder.id,
                })
                .collect(),
            may_add_deputy: held.holders.iter().filter(|one| one.deputy).count() < MOST_DEPUTIES,
            extra: rules.extra,
            extra_asked: u32::try_from(row.extra_asked).unwrap_or_default(),
            form,
            role_choices: role_choices.collect(),
            languages: languages.collect(),
            municipalities: municipalities(&row.municipalities.0, &held.names),
            deputy: DeputyForm::default(),
            extra_typed: String::new(),
            reason: String::new(),
            done: None,
            errors: Vec::new(),
        }
    }
}

impl DelegationPage {
    /// Whether the field is on the page as it is.
    fn has_field(&self, field: &str) -> bool {
        let acts = !self.is_over && self.standing != Standing::Declined;
        match field {
            "name" | "email" | "role" => acts && (self.left > 0 || !self.form.instead_of.is_empty()),
            "extra" => acts && self.extra > 0 && self.extra_asked == 0,
            "sure" => acts,
            "deputy_name" | "deputy_email" => !self.is_over && self.may_add_deputy,
            _ => false,
        }
    }
}

/// What can be chosen where somebody can come from several.
fn municipalities(numbers: &[String], names: &municipality::Names) -> Vec<Choice> {
    if numbers.len() < 2 {
        return Vec::new();
    }
    let choice = |number: &String| Choice::new(number, names.name(number).unwrap_or_else(|| number.clone()));
    numbers.iter().map(choice).collect()
}

fn roles(delegation: &Delegation, rules: &Rules) -> Vec<RoleView> {
    let lacks = delegation.lacks(rules);
    let view = |role: Role| RoleView {
        role,
        named: delegation.names_of(role),
        at_most: rules.at_most.contains_key(&role).then(|| delegation.seats_of(role, rules)),
        lacks: lacks.get(&role).copied().unwrap_or_default(),
    };
    Role::ALL.into_iter().map(view).collect()
}

/// Whether registration said no, and the person has not been named anew.
fn is_refused(seat: &seat::Model, all: &[seat::Model]) -> bool {
    let again = |other: &seat::Model| other.is_living() && other.email.eq_ignore_ascii_case(&seat.email);
    matches!(seat.outcome, Some(Outcome::Full | Outcome::AlreadySeated | Outcome::TooLate))
        && !seat.name.is_empty()
        && !all.iter().any(again)
}

/// How it stands with somebody, in the words of `gathering-seat-…`.
pub(super) fn stands(seat: &seat::Model, participants: &HashMap<Uuid, participant::Model>) -> &'static str {
    match seat.outcome {
        Some(Outcome::Full) => return "full",
        Some(Outcome::AlreadySeated) => return "elsewhere",
        Some(Outcome::TooLate) => return "too-late",
        None if seat.cleared_at.is_none() => return "named",
        None | Some(Outcome::Seated) => {}
    }
    if seat.cleared_at.is_some() {
        return "left";
    }
    match seat.registration.and_then(|id| participants.get(&id)) {
        Some(one) if one.answered => "answered",
        Some(one) if matches!(one.state, Stands::Withdrawn | Stands::Erased) => "left",
        _ => "invited",
    }
}

/// The words for why somebody cannot be named.
fn refusal(refusal: NoSeat) -> &'static str {
    match refusal {
        NoSeat::Full => "gathering-no-seat-full",
        NoSeat::RoleFull(_) => "gathering-no-seat-role",
        NoSeat::KeptFor(_) => "gathering-no-seat-kept",
        NoSeat::Twice => "gathering-no-seat-twice",
        NoSeat::Declined => "gathering-no-seat-declined",
        NoSeat::TooLate => "gathering-no-seat-late",
    }
}
