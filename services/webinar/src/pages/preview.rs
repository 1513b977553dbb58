//! A list of who came, as it is understood, before anything of it is taken in. Where only a name fits, the organiser decides.

use super::{Site, framed, organiser};
use crate::matching::{Match, SignedUp, matched};
use crate::store::{self, attendance, list, participant, seat};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Choice, Error, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::webinar::WebinarJoined;
use proto::{EventId, Language, Localised, RegistrationId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

#[derive(Clone, Serialize)]
pub(super) struct PreviewPage {
    slug: String,
    title: Localised,
    /// Of the list.
    id: Uuid,
    listed: i64,
    /// Found by their address.
    sure: i64,
    /// Of them, who is known to have come.
    known: i64,
    unsure: Vec<Unsure>,
    /// On the list and not signed up.
    nobody: Vec<String>,
}

/// Somebody of whom only the name fits: one of those who are signed up, or several, who stand there as one.
#[derive(Clone, Serialize)]
struct Unsure {
    field: String,
    name: String,
    choices: Vec<Choice>,
    /// Who is chosen unless the organiser says otherwise.
    likely: Vec<String>,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let webinar = seen(&site, &organiser, &slug).await?;
    let db = &site.host.db.read;
    let Some(list) = found(&site, &id, &webinar).await? else { return Ok(gone(&visit, &slug)) };
    let signed_up = participant::admitted(db, webinar.id).await?;
    let came = attendance::of_event(db, webinar.id).await?;
    let organisers = site.organisers(&webinar).await?;
    let visit = framed(visit, &webinar, &organisers);
    tracing::info!(event.id = %webinar.id, account.id = %organiser.account, "a list of who came is looked at");
    let (found, list, signed_up) = looked_up(list, signed_up).await?;
    let page = preview(&webinar, &list, found, &signed_up, &came);
    let mut response = visit.page(&page);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// Takes the list in, or throws it away. Who is known to have come has come once, whatever the list says.
pub(super) async fn take_in(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let webinar = seen(&site, &organiser, &slug).await?;
    let Some(list) = found(&site, &id, &webinar).await? else { return Ok(gone(&visit, &slug)) };
    let id = list.id;
    let dropped = fields.get("drop").is_some();
    let chosen = if dropped {
        BTreeSet::new()
    } else {
        // Before anything is held that others wait for.
        let signed_up = participant::admitted(&site.host.db.read, webinar.id).await?;
        let (found, ..) = looked_up(list, signed_up).await?;
        meant(found, &fields)
    };
    let work = site.bus.begin().await?;
    if !list::delete(&work.tx, id).await? {
        work.rollback().await;
        return Ok(gone(&visit, &slug));
    }
    let mut new = 0_i64;
    if !chosen.is_empty() {
        let still = seat::all_admitted(&work.tx, webinar.id).await?;
        for registration in chosen.into_iter().filter(|registration| still.contains(registration)) {
            // When they came, other clocks in other zones have written down; that they came is what counts.
            if attendance::note(&work.tx, registration, webinar.id, webinar.starts_at).await? {
                let (registration_id, event_id) = (RegistrationId(registration), EventId(webinar.id));
                work.say(&WebinarJoined { registration_id, event_id, at: webinar.starts_at });
                new += 1;
            }
        }
    }
    work.commit().await?;
    tracing::info!(event.id = %webinar.id, account.id = %organiser.account, new, "a list of who came was dealt with");
    let path = match dropped {
        false => format!("/arrangor/webinar/{slug}/frammote?nye={new}"),
        true => format!("/arrangor/webinar/{slug}/frammote"),
    };
    Ok(visit.with_cookies(Redirect::to(&path).into_response()))
}

/// The list holds names, as that of sign-ups does, and taking it in changes who came.
async fn seen(site: &Site, organiser: &Organiser, slug: &str) -> Result<store::webinar::Model, Error> {
    let webinar = organiser::seen(site, organiser, slug).await?;
    match organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor) {
        true => Ok(webinar),
        false => Err(Error::NotFound),
    }
}

async fn found(site: &Site, id: &str, webinar: &store::webinar::Model) -> Result<Option<list::Model>, Error> {
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    Ok(list::find(&site.host.db.read, id, webinar.id).await?)
}

fn gone(visit: &Visit, slug: &str) -> Response {
    visit.with_cookies(Redirect::to(&format!("/arrangor/webinar/{slug}/frammote?borte=1")).into_response())
}

fn field(at: usize) -> String {
    format!("person-{at}")
}

/// Looks up who is meant. Long lists take long, and other visitors do not wait for that.
async fn looked_up(
    list: list::Model,
    signed_up: Vec<SignedUp>,
) -> Result<(Vec<Match>, list::Model, Vec<SignedUp>), Error> {
    let look = move || (matched(&list.people.0, &signed_up), list, signed_up);
    tokio::task::spawn_blocking(look).await.map_err(|error| Error::Internal(error.into()))
}

/// Those whom an address names, and those whom the organiser chose among the ones that a name fits.
fn meant(found: Vec<Match>, fields: &Fields) -> BTreeSet<Uuid> {
    let mut chosen: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
    for (name, value) in fields.iter() {
        if let Ok(registration) = value.parse() {
            chosen.entry(name).or_default().insert(registration);
        }
    }
    let mut all = BTreeSet::new();
    for (at, found) in found.into_iter().enumerate() {
        match found {
            Match::Sure(registration) => {
                all.insert(registration);
            }
            Match::Unsure { perhaps, .. } => {
                let chosen = chosen.get(field(at).as_str());
                all.extend(perhaps.into_iter().filter(|one| chosen.is_some_and(|chosen| chosen.contains(one))));
            }
            Match::Nobody => {}
        }
    }
    all
}

fn preview(
    webinar: &store::webinar::Model,
    list: &list::Model,
    found: Vec<Match>,
    signed_up: &[SignedUp],
    came: &BTreeSet<Uuid>,
) -> PreviewPage {
    let people: BTreeMap<Uuid, &SignedUp> = signed_up.iter().map(|person| (person.registration, person)).collect();
    let mut sure = BTreeSet::new();
    let (mut unsure, mut nobody) = (Vec::new(), Vec::new());
    for (at, (found, listed)) in found.into_iter().zip(&list.people.0).enumerate() {
        let name = match (listed.name.is_empty(), &listed.before) {
            (true, _) => listed.email.clone().unwrap_or_default(),
            (false, Some(before)) => format!("{} ({before})", listed.name),
            (false, None) => listed.name.clone(),
        };
        match found {
            Match::Sure(registration) => {
                sure.insert(registration);
            }
            Match::Nobody => nobody.push(name),
            Match::Unsure { perhaps, likely } => {
                let person = |id: &Uuid| {
                    let one = people.get(id)?;
                    Some(Choice::new(id.to_string(), format!("{}, {}", one.name, one.email)))
                };
                let choices = perhaps.iter().filter_map(person).collect();
                let likely = likely.into_iter().map(|id| id.to_string()).collect();
                unsure.push(Unsure { field: field(at), name, choices, likely });
            }
        }
    }
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    PreviewPage {
        slug: webinar.slug.clone(),
        title: webinar.event().title.clone(),
        id: list.id,
        listed: number(list.people.0.len()),
        sure: number(sure.len()),
        known: number(sure.intersection(came).count()),
        unsure,
        nobody,
    }
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "webinar/preview.html";

    fn samples() -> Vec<Self> {
        let choice = |n: u128, label: &str| Choice::new(Uuid::from_u128(n).to_string(), label);
        let unsure = |at: usize, name: &str, choices: Vec<Choice>| Unsure {
            field: field(at),
            name: name.to_owned(),
            likely: choices.iter().take(at % 2).map(|choice| choice.value.clone()).collect(),
            choices,
        };
        let whole = Self {
            slug: "tomme-lokale".to_owned(),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
            id: Uuid::from_u128(7),
            listed: 734,
            sure: 731,
            known: 702,
            unsure: vec![
                unsure(4, "Moe, Åse (Gjest)", vec![choice(1, "Åse Berit Moe, ase.berit.moe@ein-lang-kommune.example")]),
                unsure(
                    9,
                    "Kari N (Kari Nordmann)",
                    vec![
                        choice(2, "Kari Nordmann, kari@kommune.example"),
                        choice(3, "Kari Nordmann, kari.n@fylke.example"),
                    ],
                ),
            ],
            nobody: vec!["=HYPERLINK(\"https://vond.example\")".to_owned(), "<b>iPad</b>".to_owned()],
        };
        let plain = Self { listed: 1, sure: 1, known: 1, unsure: Vec::new(), nobody: Vec::new(), ..whole.clone() };
        vec![whole, plain]
    }
}
