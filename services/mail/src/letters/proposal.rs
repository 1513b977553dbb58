use proto::conference::ProposalAnswer;
use serde::Serialize;

use super::{Letter, Sender};

/// What became of a proposal for a session.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Proposal {
    pub(crate) about: Sender,
    pub(crate) answer: ProposalAnswer,
    /// As it was sent in.
    pub(crate) proposal: String,
    /// What the committee says to them.
    pub(crate) note: Option<String>,
    /// Where it can be seen and withdrawn.
    pub(crate) link: String,
}

impl Letter for Proposal {
    const FOLDER: &'static str = "proposal";

    fn samples() -> Vec<Self> {
        let letter = |answer, note: Option<&str>| Self {
            about: Sender::sample(),
            answer,
            proposal: "Butikken som vart <bibliotek>".to_owned(),
            note: note.map(str::to_owned),
            link: "https://moteplass.example/framlegg/Zm9yLXRlc3Rz".to_owned(),
        };
        vec![
            letter(ProposalAnswer::Received, None),
            letter(
                ProposalAnswer::Accepted,
                Some("Vi gler oss!\n\nTa <gjerne> med nokon frå kommunen,\nså blir det eit samtale."),
            ),
            letter(ProposalAnswer::Accepted, None),
            letter(ProposalAnswer::Declined, Some("Vi fekk mange framlegg om det same.")),
            letter(ProposalAnswer::Declined, None),
        ]
    }
}
