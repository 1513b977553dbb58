//! What organisers say in a letter about an event besides the usual words: a subject, and a text after the news that the letter
//! brings. What the letter has to tell stays as it is.

use std::collections::BTreeMap;

use proto::{Language, Localised};

use crate::letters::Why;
use crate::planning::Facts;
use crate::purpose::Purpose;
use crate::reminder_plan::Rule;

/// A letter that can say more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reworded {
    Invitation,
    Confirmation,
    Received,
    WaitingList,
    Offer,
    Place,
    /// Before the event; those that ask for an answer have a subject and a text that somebody must read.
    Reminder,
    /// To those who were there.
    FollowUp,
    /// To those who were not.
    Missed,
    Withdrawal,
}

/// What is said in one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wording {
    pub(crate) subject: Localised,
    pub(crate) text: Localised,
    pub(crate) revision: i64,
}

/// What is said in the letters about an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wordings(pub(crate) BTreeMap<Reworded, Wording>);

impl Reworded {
    pub(crate) const ALL: [Self; 10] = [
        Self::Invitation,
        Self::Confirmation,
        Self::Received,
        Self::WaitingList,
        Self::Offer,
        Self::Place,
        Self::Reminder,
        Self::FollowUp,
        Self::Missed,
        Self::Withdrawal,
    ];

    /// In columns, addresses, and at the end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Confirmation => "confirmation",
            Self::Received => "received",
            Self::WaitingList => "waiting_list",
            Self::Offer => "offer",
            Self::Place => "place",
            Self::Reminder => "reminder",
            Self::FollowUp => "follow_up",
            Self::Missed => "missed",
            Self::Withdrawal => "withdrawal",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|letter| letter.word() == word)
    }

    pub(crate) const fn purpose(self) -> Purpose {
        match self {
            Self::Invitation => Purpose::Invitation,
            Self::Confirmation => Purpose::Confirmation,
            Self::Received => Purpose::Received,
            Self::WaitingList => Purpose::WaitingList,
            Self::Offer => Purpose::Offer,
            Self::Place => Purpose::Place,
            Self::Reminder => Purpose::Reminder,
            Self::FollowUp | Self::Missed => Purpose::FollowUp,
            Self::Withdrawal => Purpose::Withdrawal,
        }
    }

    /// Which of them a letter is.
    pub(crate) fn of(purpose: Purpose, facts: Option<&Facts>, rule: Option<&Rule>, attended: bool) -> Option<Self> {
        match purpose {
            Purpose::FollowUp if !attended => Some(Self::Missed),
            Purpose::Reminder if Why::of(rule) != Why::Start => None,
            // It has the organisers' own words about this very person.
            Purpose::Withdrawal if matches!(facts, Some(Facts::Declined(_))) => None,
            _ => Self::ALL.into_iter().find(|letter| letter.purpose() == purpose),
        }
    }
}

impl Wording {
    /// True where the usual words count alone.
    pub(crate) fn is_empty(&self) -> bool {
        self.subject.is_empty() && self.text.is_empty()
    }
}

impl Wordings {
    /// Another after every change of any of them.
    pub(crate) fn revision(&self) -> i64 {
        self.0.values().map(|wording| wording.revision).sum()
    }
}

/// In which of these languages something is missing that is said in another: nobody is to read half of it in a language that
/// they did not choose.
pub(crate) fn missing(text: &Localised, languages: &[Language]) -> Vec<Language> {
    match text.is_empty() {
        true => Vec::new(),
        false => languages.iter().copied().filter(|language| !text.0.contains_key(language)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proto::registration::Withdrawal;

    #[test]
    fn a_letter_takes_the_words_that_are_for_those_who_get_it() {
        let rule = |text: &str| text.parse::<Rule>().unwrap();
        let (usual, asks) = (rule("start-7d"), rule("start-2d/unconfirmed"));
        let withdrawal = Facts::Withdrawal { why: Withdrawal::ByPerson };
        for (purpose, facts, rule, attended, expected) in [
            (Purpose::Confirmation, None, None, false, Some(Reworded::Confirmation)),
            (Purpose::Received, None, None, false, Some(Reworded::Received)),
            (Purpose::Reminder, None, Some(&usual), false, Some(Reworded::Reminder)),
            (Purpose::Reminder, None, None, false, Some(Reworded::Reminder)),
            (Purpose::Reminder, None, Some(&asks), false, None),
            (Purpose::FollowUp, None, None, true, Some(Reworded::FollowUp)),
            (Purpose::FollowUp, None, None, false, Some(Reworded::Missed)),
            (Purpose::Withdrawal, Some(&withdrawal), None, false, Some(Reworded::Withdrawal)),
            (Purpose::Cancellation, None, None, false, None),
            (Purpose::Notice, None, None, false, None),
            (Purpose::SignIn, None, None, false, None),
        ] {
            assert_eq!(Reworded::of(purpose, facts, rule, attended), expected, "{purpose:?} {rule:?}");
        }
        assert!(Reworded::ALL.into_iter().all(|letter| Reworded::read(letter.word()) == Some(letter)));
    }

    #[test]
    fn what_is_said_in_one_language_is_said_in_all_of_them() {
        let (nn, en) = (Language::Nn, Language::En);
        for (text, languages, expected) in [
            (Localised::default(), vec![nn, en], vec![]),
            (Localised::from([(nn, "Hei")]), vec![nn, en], vec![en]),
            (Localised::from([(nn, "Hei"), (en, "Hi")]), vec![nn, en], vec![]),
        ] {
            assert_eq!(missing(&text, &languages), expected);
        }
    }
}
