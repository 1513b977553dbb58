use chrono::TimeDelta;
use serde::Serialize;

use super::{About, Letter};
use crate::told::{Difference, Place, Times};

/// What is different from what was told last. Comes with the updated invitation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Change {
    pub(crate) about: About,
    pub(crate) differences: Vec<Difference>,
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
        vec![
            Self { about, differences: every },
            Self { about: About::sample_in_person(), differences: vec![Difference::Time { old, new }] },
        ]
    }
}
