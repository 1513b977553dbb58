use serde::Serialize;

use super::{Letter, Sender};
use crate::planning::{Forwarded, ForwardedKind};

/// What somebody wrote, to the contact of an event.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Forward {
    pub(crate) about: Sender,
    /// The end of the keys of its words.
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) subject: String,
    pub(crate) session: Option<String>,
    /// Anybody can have sent it.
    pub(crate) uncertain: bool,
    /// As it was written, line by line.
    pub(crate) lines: Vec<String>,
}

impl Forward {
    pub(crate) fn new(about: Sender, forwarded: &Forwarded) -> Self {
        let kind = match forwarded.kind {
            ForwardedKind::Text => "text",
            ForwardedKind::Away => "away",
            ForwardedKind::SpeakerAccepted => "speaker-accepted",
            ForwardedKind::SpeakerTentative => "speaker-tentative",
            ForwardedKind::SpeakerDeclined => "speaker-declined",
        };
        Self {
            about,
            kind,
            name: forwarded.name.clone(),
            address: forwarded.address.clone(),
            subject: forwarded.subject.clone(),
            session: forwarded.session.clone(),
            uncertain: forwarded.uncertain,
            lines: forwarded.text.lines().map(str::to_owned).collect(),
        }
    }
}

impl Letter for Forward {
    const FOLDER: &'static str = "forward";

    fn samples() -> Vec<Self> {
        let of = |kind, text: &str| {
            let speaks = !matches!(kind, ForwardedKind::Text | ForwardedKind::Away);
            let forwarded = Forwarded {
                kind,
                name: "Åse <Øvrebø>".to_owned(),
                address: "ase.ovrebo@kommune.example".to_owned(),
                subject: "SV: Tomme lokale".to_owned(),
                text: text.to_owned(),
                session: speaks.then(|| "Byrom for <unge>".to_owned()),
                uncertain: kind == ForwardedKind::SpeakerDeclined,
            };
            Self::new(Sender::sample(), &forwarded)
        };
        vec![
            of(ForwardedKind::Text, "Hei!\n\nEg kjem ein time seinare, er det <greitt>?\n\nHelsing Åse"),
            of(ForwardedKind::Away, "Eg er på ferie til 3. august."),
            of(ForwardedKind::SpeakerAccepted, ""),
            of(ForwardedKind::SpeakerTentative, ""),
            of(ForwardedKind::SpeakerDeclined, "Eg er dessverre sjuk."),
        ]
    }
}
