use serde::Serialize;

use super::{About, Letter};

/// The event is over: what there is to read and see, and a certificate for those who were at a conference.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FollowUp {
    pub(crate) about: About,
    pub(crate) attended: bool,
    /// The programme of a conference, with slides and recordings.
    pub(crate) programme_link: Option<String>,
    /// Only for those who were there.
    pub(crate) certificate_link: Option<String>,
}

impl Letter for FollowUp {
    const FOLDER: &'static str = "follow_up";

    fn samples() -> Vec<Self> {
        let programme_link = Some("https://moteplass.example/konferanse/byliv/program".to_owned());
        let certificate_link = Some("https://moteplass.example/mi/Zm9yLXRlc3Rz/kursbevis.pdf".to_owned());
        vec![
            Self { about: About::sample(), attended: true, programme_link: programme_link.clone(), certificate_link },
            Self { about: About::sample_both(), attended: false, programme_link, certificate_link: None },
            // Of a gathering.
            Self { about: About::sample_in_person(), attended: true, programme_link: None, certificate_link: None },
        ]
    }
}
