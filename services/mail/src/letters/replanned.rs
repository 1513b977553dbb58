use chrono::{DateTime, Utc};
use proto::Localised;
use serde::Serialize;

use super::{About, Letter};
use crate::agenda::Session;
use crate::replan::News;
use crate::told::Difference;

/// What a new version of the programme, or another form of the event, means for the person. Comes with the updated
/// invitation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Replanned {
    pub(crate) about: About,
    /// Of the programme; absent when only the form is another.
    pub(crate) version: Option<u32>,
    /// What the organisers say about it.
    pub(crate) note: Option<Localised>,
    pub(crate) differences: Vec<Difference>,
    /// Pairs of which the person can have one.
    pub(crate) clashes: Vec<(Session, Session)>,
    pub(crate) answer_before: Option<DateTime<Utc>>,
    /// Something was lost that something else can be chosen for.
    pub(crate) gone: bool,
    /// The person has no place for now.
    pub(crate) waiting: bool,
    /// Something in their calendar is other than before.
    pub(crate) calendar: bool,
}

impl Replanned {
    pub(crate) fn new(about: About, version: Option<u32>, news: News) -> Self {
        let News { differences, clashes } = news;
        Self {
            about,
            version,
            note: None,
            gone: differences.iter().any(|difference| matches!(difference, Difference::Gone { .. })),
            differences,
            clashes,
            answer_before: None,
            waiting: false,
            calendar: true,
        }
    }
}

impl Letter for Replanned {
    const FOLDER: &'static str = "replanned";

    fn samples() -> Vec<Self> {
        let session = |label: &str, hours, room| About::session(label, hours, room);
        let moved = session("Tomme lokale", 5, Some("Sal 2"));
        let old = session("Tomme lokale", 1, Some("Storsalen"));
        let differences = vec![
            Difference::Moved { old, new: moved.clone() },
            Difference::Gone { session: session("Byvandring <til fots>", 3, None) },
        ];
        let clashes = vec![(moved.clone(), session("Ungdom", 5, None))];
        let note = Localised::from([(proto::Language::Nn, "Éin bolk er flytta & éin går ut.")]);
        let about = About { agenda: vec![moved], ..About::sample_both() };
        let settled = Difference::Settled { kept: "Tomme lokale".to_owned(), released: "Ungdom".to_owned() };
        let form = Difference::Form { old: "in-person", new: "online" };
        let only = |differences| News { differences, clashes: Vec::new() };
        vec![
            Self {
                note: Some(note),
                answer_before: Some(About::sample().starts_at),
                ..Self::new(about, Some(3), News { differences, clashes: clashes.clone() })
            },
            Self::new(About::sample(), Some(3), only(vec![settled])),
            Self::new(About::sample(), None, only(vec![form.clone()])),
            Self { waiting: true, calendar: false, ..Self::new(About::sample_both(), None, only(vec![form])) },
            Self::new(About::sample_in_person(), Some(2), News { differences: Vec::new(), clashes }),
        ]
    }
}
