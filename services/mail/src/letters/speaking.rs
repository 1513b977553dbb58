use serde::Serialize;

use super::{About, Letter, Sender};
use crate::agenda::Session;

/// One occurrence in which somebody speaks, and all of them. Comes with an entry of its own, or takes it out.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Speaking {
    pub(crate) about: Sender,
    pub(crate) news: SpeakingNews,
    /// Something is put into their calendar, or taken out.
    pub(crate) calendar: bool,
    pub(crate) slot: Option<Slot>,
    /// Where it was before, if it has moved.
    pub(crate) before: Option<Slot>,
    pub(crate) slots: Vec<Slot>,
    /// The speaker's own page.
    pub(crate) link: String,
}

/// What is new about it; the end of the key of the words for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SpeakingNews {
    New,
    Moved,
    Changed,
    Gone,
    EventCancelled,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct Slot {
    pub(crate) session: Session,
    /// Leads it rather than speaks.
    pub(crate) moderates: bool,
}

impl Letter for Speaking {
    const FOLDER: &'static str = "speaking";

    fn samples() -> Vec<Self> {
        let slot = |hours: i64, room: Option<&str>, moderates: bool| Slot {
            session: About::session("Frå butikk til bibliotek <&>", hours, room),
            moderates,
        };
        let here = Some("Storsalen, Kulturhuset");
        let letter = |news, slot: Slot, before: Option<Slot>, slots: Vec<Slot>| Self {
            about: Sender::sample(),
            news,
            calendar: true,
            slot: Some(slot),
            before,
            slots,
            link: "https://moteplass.example/innleiar/Zm9yLXRlc3Rz".to_owned(),
        };
        let nameless = Sender { first_name: String::new(), ..Sender::sample() };
        vec![
            letter(SpeakingNews::New, slot(1, here, false), None, vec![slot(1, here, false)]),
            letter(
                SpeakingNews::Moved,
                slot(5, Some("Sal 2"), false),
                Some(slot(1, here, false)),
                vec![slot(3, None, true), slot(5, Some("Sal 2"), false)],
            ),
            letter(SpeakingNews::Changed, slot(3, None, true), None, vec![slot(3, None, true)]),
            letter(SpeakingNews::Gone, slot(3, None, true), None, vec![slot(1, here, false)]),
            Self {
                about: nameless,
                calendar: false,
                ..letter(SpeakingNews::EventCancelled, slot(1, here, false), None, Vec::new())
            },
        ]
    }
}
