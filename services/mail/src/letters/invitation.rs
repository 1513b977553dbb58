use chrono::{DateTime, Utc};
use serde::Serialize;

use super::{About, Letter};

/// To somebody whom organisers invite. The link that is to their own page in other letters leads to the form here.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Invitation {
    pub(crate) about: About,
    /// They have not answered the first.
    pub(crate) reminder: bool,
    pub(crate) closes_at: DateTime<Utc>,
    pub(crate) decline_link: String,
    /// What the organiser does with what it knows of people.
    pub(crate) privacy_link: String,
}

impl Letter for Invitation {
    const FOLDER: &'static str = "invitation";

    fn samples() -> Vec<Self> {
        let letter = |about: About, reminder| Self {
            closes_at: about.starts_at,
            decline_link: "https://moteplass.example/pamelding/tomme-lokale/invitert/Zm9yLXRlc3Rz/nei".to_owned(),
            privacy_link: "https://distriktssenteret.example/personvern".to_owned(),
            about: About {
                manage_link: "https://moteplass.example/pamelding/tomme-lokale/invitert/Zm9yLXRlc3Rz".to_owned(),
                ..about
            },
            reminder,
        };
        vec![
            letter(About::sample(), false),
            letter(About { first_name: String::new(), ..About::sample_in_person() }, false),
            letter(About::sample_with_own_words(), true),
        ]
    }
}
