use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use host::{Error, Fields, FrameOrganisation, Organiser, Page, Visit};
use proto::account::Role;
use proto::event::Event;
use proto::{FollowerId, Localised, RegistrationId};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Site;
use crate::again;
use crate::pausing::{Extent, Pauses};
use crate::planning::Facts;
use crate::purpose::{Purpose, State as Fate};
use crate::store::{event, follower, letter, notice, organisation, pause, registration, speaker};

/// How many letters there are on a page of the list.
const ON_A_PAGE: u64 = 100;

/// The letters about an event: those that will be sent, those that were, and why some were not.
#[derive(Debug, Serialize)]
pub(super) struct PlannedPage {
    title: Localised,
    path: String,
    timezone: Tz,
    /// The end of the addresses of the pages about the event.
    slug: String,
    counts: Vec<Count>,
    /// Of all purposes.
    all: Count,
    /// Empty for those who see numbers but no names.
    letters: Vec<Row>,
    shows_names: bool,
    chosen: Chosen,
    /// The letters that there are about the event.
    purposes: Vec<&'static str>,
    stages: Vec<&'static str>,
    /// How many fit.
    found: u64,
    page: u64,
    pages: u64,
    /// What the addresses of the pages before and after this one end with.
    before: Option<String>,
    next: Option<String>,
    may_send: bool,
    /// Since when letters about the event are held back that go to many and can wait.
    paused: Option<DateTime<Utc>>,
    /// Whether an operator holds such letters back, or all: `many` or `all`.
    stopped: Option<&'static str>,
    may_pause: bool,
    /// How many were sent on because the organiser asked for it.
    hurried: Option<u64>,
    /// Whether the letter is sent again that the organiser asked for.
    again: Option<bool>,
}

/// Which letters are listed, as it stands in addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct Chosen {
    purpose: Option<&'static str>,
    stage: Option<&'static str>,
    /// One message to a selection.
    notice: Option<Uuid>,
    /// What it is called.
    subject: Option<Localised>,
    /// One person.
    person: Option<Uuid>,
    name: Option<String>,
}

/// How far letters have come, as they are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Planned,
    Sent,
    Trouble,
    Skipped,
}

impl Stage {
    const ALL: [Self; 4] = [Self::Planned, Self::Sent, Self::Trouble, Self::Skipped];

    /// In addresses, and at the end of the key of its words.
    const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Sent => "sent",
            Self::Trouble => "trouble",
            Self::Skipped => "skipped",
        }
    }

    const fn of(state: Fate) -> Self {
        match state {
            Fate::Pending | Fate::Leased | Fate::DotWritten | Fate::Deferred => Self::Planned,
            Fate::Sent => Self::Sent,
            Fate::Failed | Fate::Uncertain => Self::Trouble,
            Fate::Withdrawn => Self::Skipped,
        }
    }
}

impl Chosen {
    fn read(asked: &Asked) -> Self {
        let purpose = Purpose::iter().map(Purpose::word).find(|word| asked.brev.as_deref() == Some(word));
        let stage = Stage::ALL.into_iter().map(Stage::word).find(|word| asked.status.as_deref() == Some(word));
        let notice = asked.melding.as_ref().and_then(|id| id.parse().ok());
        let person = asked.person.as_ref().and_then(|id| id.parse().ok());
        Self { purpose, stage, notice, person, ..Self::default() }
    }

    fn filter(&self) -> letter::Filter {
        let stage = |state: &Fate| Some(Stage::of(*state).word()) == self.stage;
        letter::Filter {
            purpose: match self.notice {
                Some(_) => Some(Purpose::Notice),
                None => Purpose::iter().find(|purpose| Some(purpose.word()) == self.purpose),
            },
            states: Fate::iter().filter(stage).collect(),
            rule: self.notice.map(|id| id.to_string()),
            registration: self.person,
        }
    }

    /// What the address of a page ends with.
    fn query(&self, page: u64) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in [("brev", self.purpose), ("status", self.stage)] {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        for (name, id) in [("melding", self.notice), ("person", self.person)] {
            if let Some(id) = id {
                query.append_pair(name, &id.to_string());
            }
        }
        format!("?{}#list", query.append_pair("side", &page.to_string()).finish())
    }
}

/// How many letters there are of one purpose.
#[derive(Debug, Default, Serialize)]
struct Count {
    purpose: &'static str,
    planned: i64,
    sent: i64,
    trouble: i64,
    skipped: i64,
}

#[derive(Debug, Serialize)]
struct Row {
    purpose: &'static str,
    /// What a message to a selection is called.
    subject: Option<Localised>,
    /// Absent when the person's data are deleted.
    name: Option<String>,
    email: Option<String>,
    /// When it was sent, or will be.
    at: DateTime<Utc>,
    state: &'static str,
    skip: Option<&'static str>,
    trouble: Option<String>,
    /// Its id, when it can be sent again.
    again: Option<Uuid>,
}

impl Page for PlannedPage {
    const TEMPLATE: &'static str = "mail/planned.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let row = |purpose: Purpose, state: Fate| Row {
            purpose: purpose.word(),
            subject: None,
            name: Some("Åse <Øy>".to_owned()),
            email: Some("ase@kommune.example".to_owned()),
            at: about.starts_at,
            state: state.word(),
            skip: None,
            trouble: None,
            again: None,
        };
        let skipped = Row { skip: Some("withdrawn"), ..row(Purpose::Reminder, Fate::Withdrawn) };
        let failed = Row {
            trouble: Some("550 unknown user".to_owned()),
            again: Some(Uuid::from_u128(1)),
            ..row(Purpose::Confirmation, Fate::Failed)
        };
        let uncertain = Row { again: Some(Uuid::from_u128(2)), ..row(Purpose::Reminder, Fate::Uncertain) };
        let proposer = Row { name: None, email: None, ..row(Purpose::Proposal, Fate::Sent) };
        let erased = Row { name: None, email: None, ..row(Purpose::Place, Fate::Sent) };
        let page = |letters: Vec<Row>| Self {
            title: about.title.clone(),
            path: "/arrangor/brev/tomme-lokale".to_owned(),
            timezone: about.timezone,
            slug: "tomme-lokale".to_owned(),
            counts: vec![Count { purpose: "reminder", planned: 12, sent: 3, trouble: 1, skipped: 1 }],
            all: Count { purpose: "", planned: 12, sent: 3, trouble: 1, skipped: 1 },
            letters,
            shows_names: true,
            chosen: Chosen::default(),
            purposes: vec!["reminder", "notice"],
            stages: Stage::ALL.map(Stage::word).to_vec(),
            found: 1_250,
            page: 2,
            pages: 13,
            before: Some("?side=1#list".to_owned()),
            next: Some("?side=3#list".to_owned()),
            may_send: true,
            paused: None,
            stopped: None,
            may_pause: true,
            hurried: Some(2),
            again: None,
        };
        let numbers = Self { shows_names: false, may_send: false, may_pause: false, hurried: None, ..page(Vec::new()) };
        let nothing = Self {
            counts: Vec::new(),
            purposes: Vec::new(),
            hurried: Some(0),
            found: 0,
            page: 1,
            pages: 1,
            before: None,
            next: None,
            ..page(Vec::new())
        };
        let subject = Localised::from([(proto::Language::Nn, "Hugs gode sko & <regnklede>")]);
        let of_notice =
            Chosen { notice: Some(Uuid::from_u128(7)), subject: Some(subject.clone()), ..Chosen::default() };
        let notice = Row { subject: Some(subject), ..row(Purpose::Notice, Fate::Sent) };
        let of_notice = Self { chosen: of_notice, hurried: None, before: None, page: 1, ..page(vec![notice]) };
        let of_person =
            Chosen { person: Some(Uuid::from_u128(8)), name: Some("Åse <Øy>".to_owned()), ..Chosen::default() };
        let all = [row(Purpose::Confirmation, Fate::Sent), row(Purpose::Reminder, Fate::Pending)];
        let of_person = Self {
            chosen: of_person,
            hurried: None,
            before: None,
            next: None,
            page: 1,
            pages: 1,
            found: 2,
            ..page(all.into())
        };
        let none_fits = Chosen { purpose: Some("notice"), stage: Some("trouble"), ..Chosen::default() };
        let none_fits = Self {
            chosen: none_fits,
            hurried: None,
            found: 0,
            page: 1,
            pages: 1,
            before: None,
            next: None,
            ..page(Vec::new())
        };
        let sent_again = Self { hurried: None, again: Some(true), ..page(vec![row(Purpose::Change, Fate::Pending)]) };
        let not_again = Self { hurried: None, again: Some(false), ..page(vec![row(Purpose::Change, Fate::Sent)]) };
        let held = || Row { state: PAUSED, ..row(Purpose::Reminder, Fate::Pending) };
        let paused = Self { paused: Some(about.starts_at), hurried: None, ..page(vec![held()]) };
        let others =
            Self { may_pause: false, stopped: Some("many"), paused: Some(about.starts_at), ..page(vec![held()]) };
        let stopped = Self { stopped: Some("all"), ..page(vec![held()]) };
        let all = vec![row(Purpose::Change, Fate::Pending), skipped, failed, uncertain, proposer, erased];
        vec![
            page(all),
            numbers,
            nothing,
            sent_again,
            not_again,
            paused,
            others,
            stopped,
            of_notice,
            of_person,
            none_fits,
        ]
    }
}

/// What the address says besides.
#[derive(Deserialize)]
pub(super) struct Asked {
    sende: Option<u64>,
    igjen: Option<String>,
    brev: Option<String>,
    status: Option<String>,
    melding: Option<String>,
    person: Option<String>,
    side: Option<String>,
}

pub(super) async fn get(
    State(site): State<Site>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    organiser: Organiser,
    visit: Visit,
) -> Result<Response, Error> {
    let db = &site.mail.host.db.read;
    let event = allowed(&site, &slug, &organiser, Role::Numbers).await?;
    let shows_names = organiser.may_at(event.id, &event.organisation, Role::Reader);
    let may_send = organiser.may_at(event.id, &event.organisation, Role::Editor);
    let pauses = pause::all(db).await?;
    let mut chosen = Chosen::read(&asked);
    if let Some(id) = chosen.notice {
        let there = notice::find(db, id).await?.filter(|there| may_send && there.event == event.id.0);
        chosen.subject = Some(there.ok_or(Error::NotFound)?.notice()?.subject);
    }
    if let Some(id) = chosen.person {
        let known = registration::find(db, RegistrationId(id)).await?.map(|known| known.registration);
        let person = known.filter(|person| shows_names && person.event_id == event.id);
        chosen.name = Some(person.ok_or(Error::NotFound)?.name);
    }
    let filter = chosen.filter();
    let found = if shows_names { letter::count_listed(db, event.id, &filter).await? } else { 0 };
    let pages = found.div_ceil(ON_A_PAGE).max(1);
    let number = asked.side.as_ref().and_then(|side| side.parse::<u64>().ok()).unwrap_or(1).clamp(1, pages);
    let part = ((number - 1) * ON_A_PAGE, ON_A_PAGE);
    let letters = if found > 0 { rows(&site, &event, &pauses, may_send, (&filter, part)).await? } else { Vec::new() };
    let counts = counts(&letter::counts(db, event.id).await?);
    let visit = match organisation::find(db, &event.organisation).await? {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(&organisation)),
        None => visit,
    };
    let page = PlannedPage {
        title: event.title.clone(),
        path: format!("/arrangor/brev/{slug}"),
        slug,
        timezone: event.timezone,
        purposes: counts.iter().map(|count| count.purpose).collect(),
        all: all_of(&counts),
        counts,
        stages: Stage::ALL.map(Stage::word).to_vec(),
        found,
        page: number,
        pages,
        before: (number > 1).then(|| chosen.query(number - 1)),
        next: (number < pages).then(|| chosen.query(number + 1)),
        chosen,
        letters,
        shows_names,
        may_send,
        paused: pauses.of(event.id),
        stopped: pauses.house.map(|(extent, _)| match extent {
            Extent::Many => "many",
            Extent::All => "all",
        }),
        may_pause: organiser.may_at(event.id, &event.organisation, Role::Owner),
        hurried: asked.sende,
        again: asked.igjen.map(|word| word == "ja"),
    };
    Ok(visit.page(&page))
}

/// Sends the letters about changes now.
pub(super) async fn post(
    State(site): State<Site>,
    Path(slug): Path<String>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let event = allowed(&site, &slug, &organiser, Role::Editor).await?;
    let work = site.bus.begin().await?;
    let hurried = letter::hurry_changes(&work.tx, event.id, work.now).await?;
    work.commit().await?;
    site.mail.wake.notify_one();
    tracing::info!(event.id = %event.id, account.id = %organiser.account, hurried, "letters about changes sent on");
    Ok(Redirect::to(&format!("/arrangor/brev/{slug}?sende={hurried}")).into_response())
}

/// The event, for those who may see its letters; for all others there is none.
pub(super) async fn allowed(site: &Site, slug: &str, organiser: &Organiser, least: Role) -> Result<Event, Error> {
    let heard = event::find_by_slug(&site.mail.host.db.read, slug).await?;
    let event = heard.and_then(|heard| heard.event).map(Arc::unwrap_or_clone).ok_or(Error::NotFound)?;
    let anything = organiser.may_at(event.id, &event.organisation, Role::Numbers)
        || event.co_organisers.iter().any(|other| organiser.may(other, Role::Numbers));
    match organiser.may_at(event.id, &event.organisation, least) {
        true => Ok(event),
        false if anything && least == Role::Numbers => Ok(event),
        false => Err(Error::NotFound),
    }
}

async fn rows(
    site: &Site,
    event: &Event,
    pauses: &Pauses,
    may_send: bool,
    (filter, part): (&letter::Filter, (u64, u64)),
) -> Result<Vec<Row>, Error> {
    let db = &site.mail.host.db.read;
    let listed = letter::list(db, event.id, filter, part).await?;
    let mut subjects: BTreeMap<String, Localised> = BTreeMap::new();
    if may_send && listed.iter().any(|letter| letter.purpose == Purpose::Notice) {
        for written in notice::of_event(db, event.id).await? {
            subjects.insert(written.rule(), written.notice()?.subject);
        }
    }
    let ids: Vec<Uuid> = listed.iter().filter_map(|letter| letter.registration).collect();
    let known = registration::find_all(db, &ids).await?;
    let people: BTreeMap<Uuid, _> = known.into_iter().map(|k| (k.registration.id.0, k.registration)).collect();
    let ids: Vec<Uuid> = listed.iter().filter_map(|letter| letter.speaker).collect();
    let known = speaker::find_all(db, &ids).await?;
    let speakers: BTreeMap<Uuid, _> = known.into_iter().map(|speaker| (speaker.speaker_id.0, speaker)).collect();
    let mut ids = Vec::new();
    for letter in listed.iter().filter(|letter| letter.purpose == Purpose::TurnedAway) {
        ids.extend(turned_away(letter.facts()?.as_ref()));
    }
    let followers = follower::find_all(db, &ids).await?;
    let row = |letter: letter::Listed| {
        let person = letter.registration.and_then(|id| people.get(&id)).map(|person| (&person.name, &person.email));
        let speaker = letter.speaker.and_then(|id| speakers.get(&id)).map(|speaker| (&speaker.name, &speaker.email));
        let facts = letter.facts()?;
        let other = match &facts {
            Some(Facts::Proposal(answer)) => Some((&answer.name, &answer.email)),
            facts => turned_away(facts.as_ref()).and_then(|id| followers.get(&id)).map(|one| (&one.name, &one.email)),
        };
        // To a speaker who is still here, with what it is about.
        let known = person.or(speaker.filter(|_| facts.is_some())).or(other).is_some();
        let to = person.or(speaker).or(other);
        Ok(Row {
            purpose: letter.purpose.word(),
            subject: subjects.get(&letter.rule).cloned(),
            name: to.map(|(name, _)| name.clone()),
            email: to.map(|(_, email)| email.clone()),
            at: letter.sent_at.or(letter.next_at).unwrap_or(letter.due),
            state: match pauses.hold(letter.purpose, Some(event.id.0)) {
                Some(_) if letter.next_at.is_some() => PAUSED,
                _ => letter.state.word(),
            },
            skip: letter.skip.map(crate::purpose::Skip::word),
            trouble: letter.trouble.filter(|_| letter.state != Fate::Sent),
            again: (may_send && known && again::can_be_asked_for(letter.state, letter.next_at.is_some()))
                .then_some(letter.id),
        })
    };
    listed.into_iter().map(row).collect()
}

fn turned_away(facts: Option<&Facts>) -> Option<FollowerId> {
    match facts {
        Some(Facts::TurnedAway { follower }) => Some(*follower),
        _ => None,
    }
}

/// Of all purposes.
fn all_of(counts: &[Count]) -> Count {
    counts.iter().fold(Count::default(), |all, one| Count {
        purpose: all.purpose,
        planned: all.planned + one.planned,
        sent: all.sent + one.sent,
        trouble: all.trouble + one.trouble,
        skipped: all.skipped + one.skipped,
    })
}

fn counts(counted: &[(Purpose, Fate, i64)]) -> Vec<Count> {
    let mut all: BTreeMap<Purpose, Count> = BTreeMap::new();
    for (purpose, state, count) in counted {
        let of = all.entry(*purpose).or_insert_with(|| Count { purpose: purpose.word(), ..Count::default() });
        match Stage::of(*state) {
            Stage::Planned => of.planned += count,
            Stage::Sent => of.sent += count,
            Stage::Trouble => of.trouble += count,
            Stage::Skipped => of.skipped += count,
        }
    }
    all.into_values().collect()
}

/// Somebody holds it back.
const PAUSED: &str = "paused";
