//! `/arrangor/pameldingar/{slug}/skilt`: badges and table signs as PDF, for those who were chosen in the list or for one person, who
//! may need another one at the door. Whoever takes them says what for.

use super::event::{EventView, Known};
use super::export::{private, reason};
use super::list::asked::{Asked, Chosen};
use crate::app::App;
use crate::badge::code::Code;
use crate::badge::{Badge, Words, badge, sheet, sign};
use crate::certificate::Written;
use crate::store::answer;
use crate::store::audit::{self, Action, Deed};
use crate::store::participants::{self, Group, Selection};
use crate::store::registration::{self, State as Stands};
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::RegistrationId;
use proto::account::Role;
use sea_orm::DbErr;
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct BadgesPage {
    pub(crate) event: EventView,
    pub(crate) errors: Vec<FieldError>,
    pub(crate) search: String,
    pub(crate) chosen: Chosen,
    /// What the address of the list ends with.
    pub(crate) query: String,
    /// How many people get one.
    pub(crate) found: u64,
    pub(crate) why: String,
    /// The one whom it is for.
    pub(crate) person: Option<OneView>,
    /// The list is theirs too.
    pub(crate) list: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OneView {
    pub(crate) id: RegistrationId,
    pub(crate) name: String,
}

/// What the address says besides the selection.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Whom {
    #[serde(default)]
    person: String,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paper {
    Badges,
    Signs,
    /// Badges to be written on by hand.
    Blank,
}

impl Paper {
    fn of(fields: &Fields) -> Option<Self> {
        match fields.get("kva") {
            Some("namneskilt") => Some(Self::Badges),
            Some("bordskilt") => Some(Self::Signs),
            Some("tomme") => Some(Self::Blank),
            _ => None,
        }
    }

    /// As it is noted.
    const fn word(self) -> &'static str {
        match self {
            Self::Badges => "badges",
            Self::Signs => "signs",
            Self::Blank => "blank",
        }
    }

    /// The key of what it is called, and of the name of its file.
    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Badges | Self::Blank => ("badge-badges", "badge-badges-file"),
            Self::Signs => ("badge-signs", "badge-signs-file"),
        }
    }
}

/// The event, and the one person whom it is about, if it is.
struct Wanted {
    known: Known,
    person: Option<registration::Model>,
    list: bool,
}

impl Wanted {
    /// Badges of many are for those who have the list; a door, which sees one at a time, makes one at a time.
    async fn open(app: &App, organiser: &Organiser, slug: &str, person: &str) -> Result<Self, Error> {
        let known = Known::with_slug(app, slug).await?.ok_or(Error::NotFound)?;
        let may = |least| organiser.may_at(known.event.id, &known.event.organisation, least);
        let list = may(Role::Reader);
        if person.is_empty() {
            return if list { Ok(Self { known, person: None, list }) } else { Err(Error::NotFound) };
        }
        if !list && !may(Role::Door) {
            return Err(Error::NotFound);
        }
        let id: RegistrationId = person.parse().map_err(|_strange| Error::NotFound)?;
        let row = registration::by_id(&app.host.db.read, id).await?;
        let here = |row: &registration::Model| {
            row.event_id == known.event.id.0 && row.erased_at.is_none() && row.state == Stands::Admitted
        };
        let person = Some(row.filter(here).ok_or(Error::NotFound)?);
        Ok(Self { known, person, list })
    }

    /// Those who were chosen.
    fn selection(&self, asked: &Asked) -> Selection {
        let selection = asked.selection(&self.known.event);
        Selection { group: selection.group.or(Some(Group::Admitted)), ..selection }
    }

    /// Those of them who have a place.
    async fn people(&self, app: &App, visit: &Visit, asked: &Asked) -> Result<Vec<registration::Model>, DbErr> {
        if let Some(person) = &self.person {
            return Ok(vec![person.clone()]);
        }
        let alphabet = app.host.text.place_in_alphabet(visit.language);
        let selection = self.selection(asked);
        let mut people = participants::all(&app.host.db.read, self.known.event.id, &selection, &alphabet).await?;
        people.retain(|row| row.state == Stands::Admitted);
        Ok(people)
    }

    /// How many they are.
    async fn found(&self, app: &App, visit: &Visit, asked: &Asked) -> Result<u64, DbErr> {
        let selection = self.selection(asked);
        if self.person.is_some() || selection.group != Some(Group::Admitted) {
            let people = self.people(app, visit, asked).await?;
            return Ok(u64::try_from(people.len()).unwrap_or(u64::MAX));
        }
        let alphabet = app.host.text.place_in_alphabet(visit.language);
        let found = participants::page(&app.host.db.read, self.known.event.id, &selection, &alphabet, 1, 1);
        Ok(found.await?.total)
    }
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    Query(whom): Query<Whom>,
) -> Result<Response, Error> {
    let wanted = Wanted::open(&app, &organiser, &slug, &whom.person).await?;
    let visit = wanted.known.answers_for(visit);
    if let Some(person) = &wanted.person {
        let deed = Deed::about(Action::Person, person.id());
        audit::keep(&app.host.db.write, visit.now, organiser.account, wanted.known.event.id, deed).await?;
    }
    let page = BadgesPage::new(&app, &wanted, &visit, &asked, &Fields::default()).await?;
    Ok(private(visit.page(&page)))
}

/// Shows the form for what was searched for, or gives the file.
pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let wanted = Wanted::open(&app, &organiser, &slug, fields.get("person").unwrap_or_default()).await?;
    let visit = wanted.known.answers_for(visit);
    let asked = Asked::typed(&fields);
    let mut page = BadgesPage::new(&app, &wanted, &visit, &asked, &fields).await?;
    let Some(paper) = Paper::of(&fields).filter(|_| !fields.switches_language()) else {
        return Ok(private(visit.page(&page)));
    };
    if paper == Paper::Blank {
        // Nobody stands on them, so nobody is noted.
        let badges = vec![Badge::default(); sheet::ON_A_SHEET];
        return file(&app, &wanted.known, &visit, paper, badges).await;
    }
    let why = match reason(&page.why) {
        Ok(why) => why,
        Err(wrong) => {
            page.errors.push(wrong.told(&app, &visit));
            return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
        }
    };
    let people = wanted.people(&app, &visit, &asked).await?;
    if people.is_empty() {
        let nobody = app.host.text.word(visit.language, "badge-nobody", &[]);
        page.errors.push(FieldError::new("why", nobody));
        return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    }
    // Noted before anything is given.
    let registration = wanted.person.as_ref().map(registration::Model::id);
    let deed =
        Deed { what: Some(paper.word()), why: Some(&why), registration, ..Deed::of(Action::Badges, people.len()) };
    audit::keep(&app.host.db.write, visit.now, organiser.account, wanted.known.event.id, deed).await?;
    let badges = badges(&app, &wanted.known, &visit, people).await?;
    file(&app, &wanted.known, &visit, paper, badges).await
}

async fn badges(
    app: &App,
    known: &Known,
    visit: &Visit,
    people: Vec<registration::Model>,
) -> Result<Vec<Badge>, DbErr> {
    let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
    let mut answers: HashMap<Uuid, _> = answer::of_all(&app.host.db.read, &ids).await?.into_iter().collect();
    let of = |row: registration::Model| {
        let code = Code::of(&app.host.keys, row.id());
        let answers = answers.remove(&row.id).unwrap_or_default();
        badge(&known.event.sign_up.questions, &row.name, &answers, code, visit.language)
    };
    Ok(people.into_iter().map(of).collect())
}

async fn file(app: &App, known: &Known, visit: &Visit, paper: Paper, badges: Vec<Badge>) -> Result<Response, Error> {
    let (heading, name) = paper.keys();
    let words = words(&app.host.text, known, visit, heading);
    // Shaping thousands of names takes a while, in which others are answered.
    let drawn = tokio::task::spawn_blocking(move || match paper {
        Paper::Badges | Paper::Blank => sheet::draw(&badges, &words),
        Paper::Signs => sign::draw(&badges, &words),
    });
    let file = drawn.await.map_err(|error| Error::Internal(error.into()))??;
    let name = app.host.text.word(visit.language, name, &[]);
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}-{name}.pdf\"", known.event.slug)),
    ];
    Ok(visit.with_cookies(private((headers, file).into_response())))
}

fn words(text: &text::Text, known: &Known, visit: &Visit, heading: &str) -> Words {
    let say = |key| text.word(visit.language, key, &[]);
    let event = Written::of(&known.event.title, visit.language);
    Words {
        language: visit.language,
        heading: say(heading),
        document: format!("{} – {}", say(heading), event.text),
        event,
        no_pictures: say("door-no-pictures"),
        name: say("reg-name"),
        organisation: say("reg-list-organisation"),
        code: say("badge-code"),
        at: visit.now,
    }
}

impl BadgesPage {
    async fn new(app: &App, wanted: &Wanted, visit: &Visit, asked: &Asked, fields: &Fields) -> Result<Self, DbErr> {
        let event = &wanted.known.event;
        let chosen = Chosen::from(&asked.selection(event));
        let person = wanted.person.as_ref().map(|row| OneView { id: row.id(), name: row.name.clone() });
        let usual = person.as_ref().map(|_| app.host.text.word(visit.language, "badge-again", &[]));
        Ok(Self {
            event: wanted.known.view(),
            errors: Vec::new(),
            search: asked.search.clone(),
            query: chosen.query(None),
            chosen,
            found: wanted.found(app, visit, asked).await?,
            why: fields.get("why").map(ToOwned::to_owned).or(usual).unwrap_or_default(),
            person,
            list: wanted.list,
        })
    }
}

impl Page for BadgesPage {
    const TEMPLATE: &'static str = "registration/badges.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let chosen = Chosen { deltaking: "in_person", ..Chosen::default() };
        let clean = Self {
            event: known.view(),
            errors: Vec::new(),
            search: String::new(),
            query: chosen.query(None),
            chosen,
            found: 250,
            why: String::new(),
            person: None,
            list: true,
        };
        let wrong = Self {
            errors: vec![FieldError::new("why", "Skriv kva fila skal brukast til, til dømes namneskilt.")],
            search: "\"><script>alert(1)</script>".to_owned(),
            found: 0,
            ..clean.clone()
        };
        let id = RegistrationId(Uuid::from_u128(1));
        let again = Self {
            person: Some(OneView { id, name: "<script>alert(1)</script> Åse Ødegård".to_owned() }),
            found: 1,
            why: "Nytt skilt i døra".to_owned(),
            list: false,
            ..clean.clone()
        };
        vec![clean, wrong, again]
    }
}
