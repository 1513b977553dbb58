use chrono::TimeDelta;
use serde::Serialize;

use super::{About, Letter};
use crate::told::{Difference, Place, Times};

/// What is different from what was told last. Comes with the updated invitation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Change {
    pub(crate) about: About,
    pub(crate) differences: Vec<Difference>,
    /// The one thing that is new: a place in this, which the person waited for.
    pub(crate) got: Option<String>,
}

impl Change {
    pub(crate) fn new(about: About, differences: Vec<Difference>) -> Self {
        let got = match differences.as_slice() {
            [Difference::Got { session }] => Some(session.label.clone()),
            _ => None,
        };
        Self { about, differences, got }
    }
}

impl Letter for Change {
    const FOLDER: &'static str = "change";

    fn samples() -> Vec<Self> {
        let about = About::sample();
        let new = Times { starts_at: about.starts_at, ends_at: about.ends_at, timezone: about.timezone };
        let day = TimeDelta::days(1);
        let old = Times { starts_at: new.starts_at - day, ends_at: new.ends_at - day, ..new };
        let hall = Place { venue: Some("Rådhuset, Førde".to_owned()), online: false };
        let online = Place { venue: None, online: true };
        let every = vec![
            Difference::Title { old: "Tomme <lokale>".to_owned(), new: "Tomme lokale & hus".to_owned() },
            Difference::Time { old, new },
            Difference::Place { old: hall, new: online },
            Difference::Choices { old: Vec::new(), new: vec!["Middag".to_owned()] },
        ];
        let session = |label: &str, hours, room| About::session(label, hours, room);
        let of_sessions = vec![
            Difference::Moved { old: session("Ungdom", 1, Some("Sal 1")), new: session("Ungdom", 5, Some("Sal <2>")) },
            Difference::Gone { session: session("Byvandring", 3, None) },
            Difference::Got { session: session("Tomme lokale", 2, Some("Biblioteket")) },
            Difference::Form { old: "in-person", new: "online" },
        ];
        let got = Difference::Got { session: session("Tomme lokale", 2, Some("Biblioteket")) };
        vec![
            Self::new(about, every),
            Self::new(About::sample_in_person(), vec![Difference::Time { old, new }]),
            Self::new(About::sample_both(), of_sessions),
            Self::new(About::sample_in_person(), vec![got]),
        ]
    }
}
