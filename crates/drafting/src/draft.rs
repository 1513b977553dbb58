//! What stands in the fields of a draft, word for word and however little it is.

use crate::form::question::Question;
use crate::policies::Policies;
use chrono::NaiveDate;
use proto::event::EventKind;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};

/// The zone of most, until another is chosen.
pub const ZONES: [&str; 2] = ["Europe/Oslo", "Europe/Stockholm"];

/// What has been typed. Texts are trimmed, and those that are empty are not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub title: Localised,
    pub summary: Localised,
    pub description: Localised,
    pub day: Day,
    /// On the clock of the place, like `ends`.
    pub starts: String,
    pub ends: String,
    pub timezone: String,
    /// Where people meet who come in person.
    pub venue: Localised,
    pub meeting_url: String,
    pub capacity: String,
    pub closes: Day,
    pub closes_at: String,
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub policies: Policies,
    /// What is asked besides name and e-mail, in the order of the form.
    pub form: Vec<Question>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            title: Localised::default(),
            summary: Localised::default(),
            description: Localised::default(),
            day: Day::default(),
            starts: String::new(),
            ends: String::new(),
            timezone: ZONES[0].to_owned(),
            venue: Localised::default(),
            meeting_url: String::new(),
            capacity: String::new(),
            closes: Day::default(),
            closes_at: String::new(),
            contact_name: String::new(),
            contact_email: String::new(),
            contact_phone: String::new(),
            policies: Policies::default(),
            form: Vec::new(),
        }
    }
}

/// A date in three fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Day {
    pub day: String,
    pub month: String,
    pub year: String,
}

impl Day {
    pub fn is_empty(&self) -> bool {
        self.day.is_empty() && self.month.is_empty() && self.year.is_empty()
    }

    /// If there is such a day.
    pub fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.parse().ok()?, self.month.parse().ok()?, self.day.parse().ok()?)
            .filter(|day| day.to_string().len() == 10)
    }
}

/// Part of a draft that is filled in on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    Texts,
    Time,
    SignUp,
    Policies,
    Questions,
}

impl Step {
    /// Those of a kind, in the order in which they are filled in.
    pub const fn of(kind: EventKind) -> &'static [Self] {
        match kind {
            EventKind::Webinar | EventKind::Gathering | EventKind::Conference => {
                &[Self::Texts, Self::Time, Self::SignUp, Self::Policies, Self::Questions]
            }
        }
    }

    /// What the address calls it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Texts => "tekst",
            Self::Time => "tid",
            Self::SignUp => "pamelding",
            Self::Policies => "reglar",
            Self::Questions => "sporsmal",
        }
    }

    /// The end of the key of its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Time => "time",
            Self::SignUp => "sign-up",
            Self::Policies => "policies",
            Self::Questions => "questions",
        }
    }

    /// The one after it.
    pub fn next(self, kind: EventKind) -> Option<Self> {
        Self::of(kind).iter().copied().skip_while(|step| *step != self).nth(1)
    }
}

impl Draft {
    /// Takes over what was sent for one step; `sent` gives the value of a field by its name.
    pub fn take<'f>(&mut self, step: Step, sent: impl Fn(&str) -> Option<&'f str>) {
        let one = |name: &str| cleaned(sent(name).unwrap_or_default());
        let texts = |name: &str| {
            let of = |language: Language| (language, one(&format!("{name}_{language}")));
            Localised(Language::ALL.into_iter().map(of).filter(|(_, text)| !text.is_empty()).collect())
        };
        let day = |name: &str| Day {
            day: one(&format!("{name}-day")),
            month: one(&format!("{name}-month")),
            year: one(&format!("{name}-year")),
        };
        match step {
            Step::Texts => {
                self.title = texts("title");
                self.summary = texts("summary");
                self.description = texts("description");
            }
            Step::Time => {
                self.day = day("day");
                self.starts = one("starts");
                self.ends = one("ends");
                self.timezone = one("timezone");
                self.venue = texts("venue");
                self.meeting_url = one("meeting_url");
            }
            Step::SignUp => {
                self.capacity = one("capacity");
                self.closes = day("closes");
                self.closes_at = one("closes_at");
                self.contact_name = one("contact_name");
                self.contact_email = one("contact_email");
                self.contact_phone = one("contact_phone");
            }
            Step::Policies => self.policies = Policies::sent(one, texts),
            // Questions are changed one by one.
            Step::Questions => {}
        }
    }

    /// Whether a step has the same in both.
    pub fn agrees(&self, other: &Self, step: Step) -> bool {
        match step {
            Step::Texts => {
                (&self.title, &self.summary, &self.description) == (&other.title, &other.summary, &other.description)
            }
            Step::Time => {
                let time = |draft: &Self| (draft.day.clone(), draft.starts.clone(), draft.ends.clone());
                let place = |draft: &Self| (draft.timezone.clone(), draft.venue.clone(), draft.meeting_url.clone());
                time(self) == time(other) && place(self) == place(other)
            }
            Step::SignUp => {
                let places = |draft: &Self| (draft.capacity.clone(), draft.closes.clone(), draft.closes_at.clone());
                let contact =
                    |one: &Self| (one.contact_name.clone(), one.contact_email.clone(), one.contact_phone.clone());
                places(self) == places(other) && contact(self) == contact(other)
            }
            Step::Policies => self.policies == other.policies,
            Step::Questions => self.form == other.form,
        }
    }
}

/// Ends of lines as one wants them, and nothing that cannot be seen: databases refuse some of it.
pub fn cleaned(typed: &str) -> String {
    let typed = typed.replace("\r\n", "\n");
    let visible: String = typed.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    visible.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Draft, Step};
    use crate::form::question::Question;
    use proto::event::EventKind;
    use proto::event::EventKind;
    use proto::{Language, Localised};

    #[test]
    fn a_step_takes_its_own_fields_and_leaves_the_others() {
        let mut draft = Draft { starts: "10".to_owned(), ..Draft::default() };
        let before = draft.clone();
        draft.take(Step::Texts, |name| match name {
            "title_nn" => Some("  Torget\u{0} \u{7f}  "),
            "description_nb" => Some("A\r\n\r\nB"),
            "starts" => Some("11"),
            _ => None,
        });
        assert_eq!(draft.title, Localised::from([(Language::Nn, "Torget")]));
        assert_eq!(draft.description, Localised::from([(Language::Nb, "A\n\nB")]));
        assert_eq!(draft.starts, "10");
        let agrees = Step::of(EventKind::Webinar).iter().map(|step| draft.agrees(&before, *step));
        assert_eq!(agrees.collect::<Vec<_>>(), [false, true, true, true, true]);
    }

    #[test]
    fn each_step_sees_a_change_of_its_own_only() {
        for step in Step::of(EventKind::Webinar).iter().copied() {
            let mut draft = Draft::default();
            draft.take(step, |_| Some("7"));
            if step == Step::Questions {
                draft.form.push(Question::default());
            }
            let changed: Vec<Step> = Step::of(EventKind::Webinar)
                .iter()
                .copied()
                .filter(|other| !draft.agrees(&Draft::default(), *other))
                .collect();
            assert_eq!(changed, [step]);
        }
    }

    #[test]
    fn a_draft_of_an_earlier_version_is_still_read() {
        let draft: Draft = serde_json::from_str(r#"{"starts":"9"}"#).unwrap();
        assert_eq!(draft, Draft { starts: "9".to_owned(), ..Draft::default() });
    }
}
