//! Somebody else has changed the same since the page was opened: both texts beside one another, and one is chosen.

use super::{Head, Names, names, page};
use crate::edit::{Mark, Refusal, Stale};
use crate::pages::Site;
use crate::pools::place;
use crate::programme::{Day, Occurrence, Programme, Session, Venue};
use crate::store;
use crate::store::conference::Model;
use axum::http::StatusCode;
use axum::response::Response;
use chrono_tz::Tz;
use host::{Error, Fields, Page, Visit};
use proto::event::Walk;
use proto::{Language, Localised};
use serde::Serialize;
use text::Text;

/// Where the edit was begun.
pub(super) struct Begun {
    /// What its form is sent to, below the conference.
    pub(super) path: String,
    /// Where one sees what there is now.
    pub(super) theirs: String,
}

#[derive(Serialize)]
pub(super) struct ConflictPage {
    head: Head,
    /// What it is called now.
    name: String,
    /// It was to be removed, or copied as it was.
    removes: bool,
    lines: Vec<Line>,
    action: String,
    /// The form once more, begun from what there is now.
    kept: Vec<(String, String)>,
    theirs: String,
}

/// One field of both.
#[derive(Serialize)]
struct Line {
    /// The last part of the key of its name.
    label: &'static str,
    lang: Option<Language>,
    now: String,
    wanted: String,
    differs: bool,
}

/// The page that lets one choose. Nothing has been changed.
pub(super) async fn show(
    site: &Site,
    visit: Visit,
    conference: &Model,
    refusal: Refusal,
    fields: &Fields,
    begun: Begun,
) -> Result<Response, Error> {
    let Refusal::Stale(stale) = refusal else { return Err(Error::NotFound) };
    let speakers = store::speaker::all(&site.host.db.read, conference.id).await?;
    let names = names(&speakers);
    let head = Head::of(conference, "conflict", true);
    let action = format!("/arrangor/konferanse/{}{}", conference.slug, begun.path);
    let theirs = format!("/arrangor/konferanse/{}{}", conference.slug, begun.theirs);
    let zone = conference.event().timezone;
    page(site, visit, conference, StatusCode::CONFLICT, |language| {
        let telling = Telling { text: &site.host.text, language, zone, programme: &conference.draft, names: &names };
        ConflictPage::new(head, &telling, &stale, fields, action, theirs)
    })
    .await
}

impl ConflictPage {
    fn new(head: Head, telling: &Telling<'_>, stale: &Stale, fields: &Fields, action: String, theirs: String) -> Self {
        let (name, lines, again) = telling.both(stale);
        let dropped = ["csrf", "revision", "begun", "seen"];
        let own = fields.iter().filter(|(name, _)| !dropped.contains(name));
        let mut kept: Vec<(String, String)> = own.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        kept.push(again);
        let removes = lines.iter().all(|line| !line.differs);
        Self { head, name, removes, lines, action, kept, theirs }
    }
}

/// What words are made with.
struct Telling<'a> {
    text: &'a Text,
    language: Language,
    zone: Tz,
    programme: &'a Programme,
    names: &'a Names,
}

type Told = Vec<(&'static str, Option<Language>, String)>;

impl Telling<'_> {
    /// What it is called, its fields as they are and as they were to be, and what an edit of it now is begun from.
    fn both(&self, stale: &Stale) -> (String, Vec<Line>, (String, String)) {
        let revision = |revision: u32| ("revision".to_owned(), revision.to_string());
        let mark = |mark: Mark| ("begun".to_owned(), mark.to_string());
        match stale {
            Stale::Occurrence { now, wanted } => {
                let title = super::grid::title(self.programme, now).get(self.language).to_owned();
                let lines = lines(self.occurrence(now), wanted.as_ref().map(|wanted| self.occurrence(wanted)));
                (title, lines, revision(now.revision))
            }
            Stale::Session { now, wanted } => {
                let lines = lines(self.session(now), wanted.as_ref().map(|wanted| self.session(wanted)));
                (now.title.get(self.language).to_owned(), lines, revision(now.revision))
            }
            Stale::Venue { now, wanted } => {
                let lines = lines(venue(now), wanted.as_ref().map(venue));
                (now.name.get(self.language).to_owned(), lines, mark(Mark::of(now)))
            }
            Stale::Track { now, wanted } => {
                let lines = lines(texts("name", &now.name), wanted.as_ref().map(|wanted| texts("name", &wanted.name)));
                (now.name.get(self.language).to_owned(), lines, mark(Mark::of(now)))
            }
            Stale::Day { now, wanted } => {
                let lines = lines(day(now), wanted.as_ref().map(day));
                (now.date.to_string(), lines, mark(Mark::of(now)))
            }
            Stale::Walks { now, wanted } => {
                let name = self.text.word(self.language, "conference-plan-walks", &[]);
                (name, lines(self.walks(now), Some(self.walks(wanted))), mark(Mark::of(now)))
            }
        }
    }

    fn occurrence(&self, one: &Occurrence) -> Told {
        let room = one.room.and_then(|room| place(self.programme, room)).unwrap_or_default();
        let mut told = vec![
            ("time", None, self.text.when(self.language, one.starts_at, one.ends_at, self.zone)),
            ("room", None, room.get(self.language).to_owned()),
        ];
        told.extend(texts("note", &one.note));
        told
    }

    fn session(&self, session: &Session) -> Told {
        let word = |key: &str| self.text.word(self.language, key, &[]);
        let track = session.track.and_then(|id| self.programme.tracks.iter().find(|track| track.id == id));
        let part = |part: &crate::programme::Part| {
            let name = self.names.get(&part.speaker).map_or("", String::as_str);
            match part.moderates {
                true => self.text.word(self.language, "conference-plan-moderates", &[("name", name.into())]),
                false => name.to_owned(),
            }
        };
        let yes = |yes: bool| word(if yes { "conference-plan-yes" } else { "conference-plan-no" });
        let need = |need: &crate::programme::AccessNeed| {
            let key = if need.answered { "conference-plan-answered" } else { "conference-plan-unanswered" };
            format!("{}: {}", word(&format!("conference-plan-need-{}", code(&need.what))), word(key))
        };
        let mut told = texts("title", &session.title);
        told.extend(texts("description", &session.description));
        told.extend([
            ("kind", None, word(&format!("conference-plan-kind-{}", code(&session.kind)))),
            ("track", None, track.map(|track| track.name.get(self.language).to_owned()).unwrap_or_default()),
            ("speakers", None, session.parts.iter().map(part).collect::<Vec<_>>().join(", ")),
            ("attendance", None, word(&format!("conference-plan-attendance-{}", code(&session.attendance)))),
            ("chosen", None, yes(session.chosen)),
            ("capacity", None, session.capacity.map(|capacity| capacity.to_string()).unwrap_or_default()),
            ("needs", None, session.needs.iter().map(need).collect::<Vec<_>>().join(", ")),
        ]);
        told
    }

    fn walks(&self, walks: &[Walk]) -> Told {
        let name = |id| {
            let venue = self.programme.venues.iter().find(|venue| venue.id == id);
            venue.map(|venue| venue.name.get(self.language).to_owned()).unwrap_or_default()
        };
        let way = |walk: &Walk| format!("{} – {}: {}", name(walk.from), name(walk.to), walk.minutes);
        vec![("walks", None, walks.iter().map(way).collect::<Vec<_>>().join("\n"))]
    }
}

/// The last part of a key, as the value is written elsewhere too.
pub(super) fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

fn texts(label: &'static str, texts: &Localised) -> Told {
    texts.0.iter().map(|(language, text)| (label, Some(*language), text.clone())).collect()
}

fn venue(venue: &Venue) -> Told {
    let mut told = texts("name", &venue.name);
    told.push(("address", None, venue.address.clone()));
    for room in &venue.rooms {
        let capacity = room.capacity.map(|capacity| capacity.to_string()).unwrap_or_default();
        told.extend(
            room.name.0.iter().map(|(language, name)| ("room", Some(*language), format!("{name} ({capacity})"))),
        );
    }
    told
}

fn day(day: &Day) -> Told {
    let clock = super::form::shown;
    let mut told = vec![
        ("date", None, day.date.to_string()),
        ("opens", None, clock(day.opens)),
        ("closes", None, clock(day.closes)),
    ];
    told.extend(texts("title", &day.title));
    told
}

/// Both beside one another: each field once, in the order of what there is now.
fn lines(now: Told, wanted: Option<Told>) -> Vec<Line> {
    let removed = wanted.is_none();
    let mut wanted = wanted.unwrap_or_default();
    let mut lines: Vec<Line> = Vec::new();
    for (label, lang, text) in now {
        let place = wanted.iter().position(|(own, language, _)| (*own, *language) == (label, lang));
        let other = place.map(|place| wanted.remove(place).2).unwrap_or_default();
        let differs = !removed && other != text;
        lines.push(Line { label, lang, wanted: other, now: text, differs });
    }
    let more = wanted.into_iter().map(|(label, lang, wanted)| Line {
        label,
        lang,
        differs: !wanted.is_empty(),
        wanted,
        now: String::new(),
    });
    lines.extend(more);
    lines
}

impl Page for ConflictPage {
    const TEMPLATE: &'static str = "conference/organiser_conflict.html";

    fn samples() -> Vec<Self> {
        let line = |label, lang, now: &str, wanted: &str| Line {
            label,
            lang,
            now: now.to_owned(),
            wanted: wanted.to_owned(),
            differs: now != wanted,
        };
        let sample = |removes, lines| Self {
            head: Head::sample("conflict"),
            name: "Velkomen".to_owned(),
            removes,
            lines,
            action: "/arrangor/konferanse/byliv-2027/program".to_owned(),
            kept: vec![("do".to_owned(), "move".to_owned()), ("revision".to_owned(), "4".to_owned())],
            theirs: "/arrangor/konferanse/byliv-2027/program?dag=2027-05-11".to_owned(),
        };
        vec![
            sample(
                false,
                vec![
                    line("title", Some(Language::Nn), "Velkomen til byen", "Velkomen alle saman"),
                    line("title", Some(Language::En), "Welcome", "Welcome"),
                    line("description", Some(Language::Nn), "Ordføraren <talar>.\n\nSå song.", "Ordføraren talar."),
                    line("room", None, "Storsalen, Kulturhuset", ""),
                ],
            ),
            sample(
                true,
                vec![Line { differs: false, ..line("time", None, "tysdag 11. mai 2027 kl. 09.00–10.00", "") }],
            ),
        ]
    }
}
