//! Those who speak and moderate: who they are, and when they cannot come.

use super::session::{Wanted, wanted};
use super::{Head, asked, back, form, may, page, planned, required};
use crate::pages::Site;
use crate::programme::Programme;
use crate::store::conference::{self, Model as Conference};
use crate::store::speaker::{self, Model as Speaker, Said, Span, Unavailable};
use crate::store::{self, Words};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{Language, Localised};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use uuid::Uuid;

/// Rows for times beyond those that are there.
const SPARE: usize = 2;
/// More times than a form of ours sends.
const MOST_TIMES: usize = 50;

#[derive(Serialize)]
pub(super) struct SpeakerPage {
    head: Head,
    id: String,
    /// 0 for somebody new.
    revision: i64,
    name: String,
    email: String,
    language: Language,
    languages: Vec<Wanted>,
    role: Localised,
    organisation: String,
    biography: Localised,
    consented_at: Option<DateTime<Utc>>,
    consents: bool,
    days: Vec<Day>,
    times: Vec<Time>,
    sessions: Vec<SessionLink>,
    saved: bool,
    /// Somebody else has changed it since the page was opened; this is what it is now.
    theirs: Option<Theirs>,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Day {
    date: NaiveDate,
    at: DateTime<Utc>,
}

#[derive(Clone, Default, Serialize)]
struct Time {
    date: String,
    from: String,
    to: String,
}

#[derive(Serialize)]
struct SessionLink {
    id: String,
    title: Localised,
}

#[derive(Serialize)]
struct Theirs {
    name: String,
    email: String,
    role: Localised,
    organisation: String,
    biography: Localised,
}

/// The page of somebody new: nothing is kept before it is sent.
pub(super) async fn add(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    planned(&site, &organiser, &slug).await?;
    Ok(back(&visit, &slug, &format!("/innleiarar/{}", Uuid::now_v7())))
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, speaker)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let id = form::id(&speaker).ok_or(Error::NotFound)?;
    let speaker = found(&site.host.db.read, &conference, id).await?;
    let saved = asked(&uri, "lagra").is_some();
    shown(&site, visit, &conference, StatusCode::OK, |made| made.saved = saved, &speaker, &[]).await
}

/// The speaker of this conference; somebody new where there is none with this id.
async fn found(db: &impl ConnectionTrait, conference: &Conference, id: Uuid) -> Result<Speaker, Error> {
    match speaker::find(db, id).await? {
        Some(speaker) if speaker.conference == conference.id => Ok(speaker),
        Some(_) => Err(Error::NotFound),
        None => Ok(nobody(conference.id, id)),
    }
}

fn nobody(conference: Uuid, id: Uuid) -> Speaker {
    Speaker {
        id,
        conference,
        revision: 0,
        generation: 1,
        name: String::new(),
        email: None,
        language: Language::Nn.code().to_owned(),
        role: Words::default(),
        organisation: String::new(),
        biography: Words::default(),
        photo: None,
        consented_at: None,
        unavailable: Unavailable::default(),
        said_revision: 0,
        said: Said::default(),
    }
}

pub(super) async fn keep(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, speaker)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let id = form::id(&speaker).ok_or(Error::NotFound)?;
    let work = site.bus.begin().await?;
    // Locked, so that nobody puts the person into a session while they are removed.
    let conference = match conference::to_change(&work.tx, &slug).await? {
        Some(conference) if may(&conference, &organiser, Role::Editor) => conference,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let now = found(&work.tx, &conference, id).await?;
    if fields.get("do") == Some("remove") {
        if speaks(&conference.draft, id) || released(&work.tx, &conference, id).await? {
            work.rollback().await;
            let wrong = [("", "conference-plan-speaks")];
            return shown(&site, visit, &conference, StatusCode::CONFLICT, |_| (), &now, &wrong).await;
        }
        crate::erasing::erase(&work, conference, id, &site.host.keys).await?;
        work.commit().await?;
        return Ok(back(&visit, &slug, "/innleiarar?lagra=1"));
    }
    let (wanted, times, wrong) = read(&fields, &now, conference.event().timezone, work.now);
    if fields.switches_language() {
        work.rollback().await;
        let set = |made: &mut SpeakerPage| made.times = times;
        return shown(&site, visit, &conference, StatusCode::OK, set, &wanted, &[]).await;
    }
    if !wrong.is_empty() {
        work.rollback().await;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        let set = |made: &mut SpeakerPage| made.times = times;
        return shown(&site, visit, &conference, status, set, &wanted, &wrong).await;
    }
    let begun = fields.get("revision").and_then(|revision| revision.parse().ok()).unwrap_or(0);
    if now.revision != begun && !same(&now, &wanted) {
        work.rollback().await;
        let theirs = Theirs {
            name: now.name.clone(),
            email: now.email.clone().unwrap_or_default(),
            role: now.role.0.clone(),
            organisation: now.organisation.clone(),
            biography: now.biography.0.clone(),
        };
        // What was typed, begun from what there is now.
        let set = |made: &mut SpeakerPage| made.theirs = Some(theirs);
        return shown(&site, visit, &conference, StatusCode::CONFLICT, set, &wanted, &[]).await;
    }
    match now.revision {
        0 => speaker::insert(&work.tx, Speaker { revision: 1, ..wanted }).await?,
        _ if same(&now, &wanted) => {}
        revision => drop(speaker::update(&work.tx, wanted, revision).await?),
    }
    work.commit().await?;
    tracing::info!(event.id = %conference.id, speaker.id = %id, account.id = %organiser.account, "a speaker was kept");
    Ok(back(&visit, &slug, &format!("/innleiarar/{id}?lagra=1")))
}

fn same(now: &Speaker, wanted: &Speaker) -> bool {
    *now == Speaker { revision: now.revision, ..wanted.clone() }
}

fn speaks(programme: &Programme, id: Uuid) -> bool {
    programme.sessions.iter().any(|session| session.parts.iter().any(|part| part.speaker.0 == id))
}

/// Whether the newest version names the person, whom the public pages then show.
async fn released(db: &impl ConnectionTrait, conference: &Conference, id: Uuid) -> Result<bool, Error> {
    let newest = store::version::find(db, conference.id, conference.released).await?;
    Ok(newest.is_some_and(|version| speaks(&version.programme, id)))
}

type Wrong = Vec<(&'static str, &'static str)>;

/// The speaker as the form has it, the times as they were typed, and what is the matter.
fn read(fields: &Fields, before: &Speaker, zone: Tz, now: DateTime<Utc>) -> (Speaker, Vec<Time>, Wrong) {
    let mut wrong = Vec::new();
    let name = form::typed(fields, "name");
    if name.is_empty() {
        wrong.push(("name", "conference-plan-name-missing"));
    }
    let email = form::typed(fields, "email");
    if !email.is_empty() && !address(&email) {
        wrong.push(("email", "conference-plan-email-wrong"));
    }
    let of = |name| fields.all(name).map(str::to_owned);
    let times: Vec<Time> = of("time-date")
        .zip(of("time-from"))
        .zip(of("time-to"))
        .map(|((date, from), to)| Time { date, from, to })
        .filter(|time| !time.date.is_empty())
        .take(MOST_TIMES)
        .collect();
    let spans: Vec<Option<Span>> = times.iter().map(|time| span(time, zone)).collect();
    if spans.iter().any(Option::is_none) {
        wrong.push(("times", "conference-plan-times-wrong"));
    }
    let language: Option<Language> = fields.get("language").and_then(|code| code.parse().ok());
    let consents = fields.get("consents").is_some();
    let speaker = Speaker {
        name,
        email: (!email.is_empty()).then_some(email),
        language: language.map_or_else(|| before.language.clone(), |language| language.code().to_owned()),
        role: Words(form::texts(fields, "role", &before.role.0)),
        organisation: form::typed(fields, "organisation"),
        biography: Words(form::long_texts(fields, "biography", &before.biography.0)),
        consented_at: consents.then(|| before.consented_at.unwrap_or(now)),
        unavailable: Unavailable(spans.into_iter().flatten().collect()),
        ..before.clone()
    };
    (speaker, times, wrong)
}

/// Enough to see a slip of the finger; whether it exists, only a letter tells.
fn address(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(own, domain)| {
        !own.is_empty() && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
    }) && !text.contains(char::is_whitespace)
        && text.matches('@').count() == 1
}

/// A whole day where no times are typed.
fn span(time: &Time, zone: Tz) -> Option<Span> {
    let date = form::date(&time.date)?;
    let at = |when: NaiveDateTime| zone.from_local_datetime(&when).earliest().map(|at| at.with_timezone(&Utc));
    let starts_at = match time.from.trim() {
        "" => at(date.and_hms_opt(0, 0, 0)?)?,
        from => at(date.and_time(form::clock(from)?))?,
    };
    let ends_at = match time.to.trim() {
        "" => at(date.succ_opt()?.and_hms_opt(0, 0, 0)?)?,
        to => at(date.and_time(form::clock(to)?))?,
    };
    (starts_at < ends_at).then_some(Span { starts_at, ends_at })
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Conference,
    status: StatusCode,
    set: impl FnOnce(&mut SpeakerPage),
    speaker: &Speaker,
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let organisers = site.organisers(conference).await?;
    let languages = wanted(&required(conference, &organisers));
    page(site, visit, conference, status, |language| {
        let head = Head::of(conference, "innleiarar", true);
        let zone = conference.event().timezone;
        let mut made = SpeakerPage::new(head, &conference.draft, speaker, languages, zone);
        made.errors = form::errors(&site.host.text, language, "", wrong);
        set(&mut made);
        made.times.extend((0..SPARE).map(|_| Time::default()));
        made
    })
    .await
}

impl SpeakerPage {
    fn new(head: Head, programme: &Programme, speaker: &Speaker, languages: Vec<Wanted>, zone: Tz) -> Self {
        let time = |span: &Span| {
            let (from, to) = (span.starts_at.with_timezone(&zone), span.ends_at.with_timezone(&zone));
            let whole = to.date_naive() > from.date_naive();
            Time {
                date: from.date_naive().to_string(),
                from: if whole { String::new() } else { form::shown(from.time()) },
                to: if whole { String::new() } else { form::shown(to.time()) },
            }
        };
        let own = programme.sessions.iter().filter(|one| one.parts.iter().any(|part| part.speaker.0 == speaker.id));
        Self {
            head,
            id: speaker.id.to_string(),
            revision: speaker.revision,
            name: speaker.name.clone(),
            email: speaker.email.clone().unwrap_or_default(),
            language: speaker.language(),
            languages,
            role: speaker.role.0.clone(),
            organisation: speaker.organisation.clone(),
            biography: speaker.biography.0.clone(),
            consented_at: speaker.consented_at.filter(|_| speaker.revision > 0),
            consents: speaker.consented_at.is_some(),
            days: programme.days.iter().map(|day| Day { date: day.date, at: super::grid::noon(day.date) }).collect(),
            times: speaker.unavailable.0.iter().map(time).collect(),
            sessions: own.map(|one| SessionLink { id: one.id.to_string(), title: one.title.clone() }).collect(),
            saved: false,
            theirs: None,
            errors: Vec::new(),
        }
    }
}

pub(super) fn examples() -> Vec<Speaker> {
    use crate::timetable::example;
    let speaker = |told: crate::timetable::Speaker| Speaker {
        revision: 2,
        name: told.name,
        email: Some("ingunn@fjordby.example".to_owned()),
        role: Words(told.role),
        organisation: told.organisation,
        biography: Words(told.biography),
        consented_at: Some(example::at("2027-02-01T10:00:00Z")),
        unavailable: Unavailable(vec![Span {
            starts_at: example::at("2027-05-12T10:00:00Z"),
            ends_at: example::at("2027-05-12T14:00:00Z"),
        }]),
        ..nobody(Uuid::nil(), told.id.0)
    };
    example::speakers().into_iter().map(speaker).collect()
}

impl Page for SpeakerPage {
    const TEMPLATE: &'static str = "conference/organiser_speaker.html";

    fn samples() -> Vec<Self> {
        let programme = crate::timetable::example::programme();
        let zone = chrono_tz::Europe::Oslo;
        let of = |speaker: &Speaker| {
            let mut made =
                Self::new(Head::sample("innleiarar"), &programme, speaker, wanted(&[Language::Nn, Language::Nb]), zone);
            made.times.extend((0..SPARE).map(|_| Time::default()));
            made
        };
        let mut samples: Vec<Self> = examples().iter().take(1).map(of).collect();
        samples.extend(examples().iter().take(1).map(|speaker| Self {
            theirs: Some(Theirs {
                name: "Ingunn Åkerholt Li".to_owned(),
                email: String::new(),
                role: speaker.role.0.clone(),
                organisation: speaker.organisation.clone(),
                biography: Localised::default(),
            }),
            ..of(speaker)
        }));
        let new = nobody(Uuid::nil(), Uuid::nil());
        samples.push(of(&new));
        samples.push(Self {
            email: "ingunn".to_owned(),
            errors: vec![
                FieldError::new("name", "Skriv eit namn."),
                FieldError::new("email", "E-postadressa må innehalde @, til dømes kari@kommune.no"),
                FieldError::new("times", "Skriv tidene slik: 09.30. Slutten må vere etter byrjinga."),
            ],
            ..of(&new)
        });
        samples
    }
}
