//! What stands in the fields of a draft, word for word and however little it is.

use crate::form::question::Question;
use crate::policies::Policies;
use chrono::NaiveDate;
use proto::event::EventKind;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// The last day, where there are more than one.
    pub until: Day,
    pub timezone: String,
    /// Whether people meet in person, online or both, as event files call it.
    pub attendance: String,
    /// Where people meet who come in person.
    pub venue: Localised,
    pub meeting_url: String,
    /// The first room of a conference.
    pub room: Localised,
    pub capacity: String,
    /// Those who come in person to a webinar and those who are online have places each: `yes`.
    pub apart: String,
    /// Of those who take part online, where they have places of their own.
    pub online_capacity: String,
    pub closes: Day,
    pub closes_at: String,
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub policies: Policies,
    /// The network that is invited; empty where everybody is.
    pub network: String,
    /// Of each delegation, and how many more it may ask for.
    pub seats: String,
    pub extra: String,
    /// How many of a role a delegation has at least and at most.
    pub least: BTreeMap<String, String>,
    pub most: BTreeMap<String, String>,
    /// The mix of roles is a condition: `duty`.
    pub mix: String,
    /// When seats without a name go to everybody.
    pub release: Day,
    /// So many working days before that names are asked for.
    pub answer_days: String,
    /// What people can sign up for besides.
    pub choices: Vec<Choice>,
    /// What is asked besides name and e-mail, in the order of the form.
    pub form: Vec<Question>,
}

/// How much one can sign up for besides.
pub const MOST_CHOICES: usize = 12;

/// In which capacity members of a delegation come, as event files call it.
pub const ROLES: [&str; 4] = ["elected", "leadership", "professional", "other"];

/// Something that people can sign up for besides: a night, a meal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// Stays as long as it does, whatever it is called.
    pub key: String,
    pub label: Localised,
    pub capacity: String,
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
            until: Day::default(),
            timezone: ZONES[0].to_owned(),
            attendance: "in_person".to_owned(),
            venue: Localised::default(),
            meeting_url: String::new(),
            room: Localised::default(),
            capacity: String::new(),
            apart: String::new(),
            online_capacity: String::new(),
            closes: Day::default(),
            closes_at: String::new(),
            contact_name: String::new(),
            contact_email: String::new(),
            contact_phone: String::new(),
            policies: Policies::default(),
            network: String::new(),
            seats: String::new(),
            extra: String::new(),
            least: BTreeMap::new(),
            most: BTreeMap::new(),
            mix: String::new(),
            release: Day::default(),
            answer_days: String::new(),
            choices: Vec::new(),
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
    Invited,
    SignUp,
    Policies,
    Choices,
    Questions,
}

impl Step {
    /// Those of a kind, in the order in which they are filled in.
    pub const fn of(kind: EventKind) -> &'static [Self] {
        match kind {
            EventKind::Webinar => &[Self::Texts, Self::Time, Self::SignUp, Self::Policies, Self::Questions],
            EventKind::Gathering => {
                &[Self::Texts, Self::Time, Self::Invited, Self::SignUp, Self::Choices, Self::Policies, Self::Questions]
            }
            EventKind::Conference => {
                &[Self::Texts, Self::Time, Self::SignUp, Self::Choices, Self::Policies, Self::Questions]
            }
        }
    }

    /// What the address calls it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Texts => "tekst",
            Self::Time => "tid",
            Self::Invited => "innbydde",
            Self::SignUp => "pamelding",
            Self::Policies => "reglar",
            Self::Choices => "val",
            Self::Questions => "sporsmal",
        }
    }

    /// The end of the key of its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Texts => "texts",
            Self::Time => "time",
            Self::Invited => "invited",
            Self::SignUp => "sign-up",
            Self::Policies => "policies",
            Self::Choices => "choices",
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
    ///
    /// A new choice gets a key of `new_key`.
    pub fn take<'f>(
        &mut self,
        step: Step,
        sent: impl Fn(&str) -> Option<&'f str>,
        mut new_key: impl FnMut() -> String,
    ) {
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
                self.until = day("until");
                if sent("attendance").is_some() {
                    self.attendance = one("attendance");
                }
                self.room = texts("room");
                self.timezone = one("timezone");
                self.venue = texts("venue");
                self.meeting_url = one("meeting_url");
            }
            Step::Invited => {
                let roles = |name: &str| {
                    let of = |role: &str| (role.to_owned(), one(&format!("{name}_{role}")));
                    ROLES.into_iter().map(of).filter(|(_, number)| !number.is_empty()).collect()
                };
                self.network = one("network");
                self.seats = one("seats");
                self.extra = one("extra");
                self.least = roles("least");
                self.most = roles("most");
                self.mix = one("mix");
                self.release = day("release");
                self.answer_days = one("answer_days");
            }
            Step::Choices => {
                let mut choices: Vec<Choice> = Vec::new();
                for number in 1..=MOST_CHOICES {
                    let label = texts(&format!("choice-{number}"));
                    if label.is_empty() {
                        continue;
                    }
                    let own = one(&format!("choice-{number}-key"));
                    let is_own = self.choices.iter().any(|choice| choice.key == own)
                        && !choices.iter().any(|choice| choice.key == own);
                    let key = if is_own { own } else { new_key() };
                    choices.push(Choice { key, label, capacity: one(&format!("choice-{number}-places")) });
                }
                self.choices = choices;
            }
            Step::SignUp => {
                self.capacity = one("capacity");
                if sent("apart_asked").is_some() {
                    self.apart = one("apart");
                }
                self.online_capacity = one("online_capacity");
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

    /// The last day of an event that can have more than one, where it is another than the first.
    pub fn last(&self, kind: EventKind) -> Option<&Day> {
        Some(&self.until).filter(|until| kind != EventKind::Webinar && !until.is_empty())
    }

    /// Whether those who come in person and those who are online can have places of their own.
    pub fn has_forms(&self, kind: EventKind) -> bool {
        match kind {
            EventKind::Conference => self.attendance == "both",
            EventKind::Webinar => !self.venue.is_empty() && self.apart == "yes",
            EventKind::Gathering => false,
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
                let more = |draft: &Self| (draft.until.clone(), draft.attendance.clone(), draft.room.clone());
                time(self) == time(other) && place(self) == place(other) && more(self) == more(other)
            }
            Step::Invited => {
                let seats = |draft: &Self| (draft.network.clone(), draft.seats.clone(), draft.extra.clone());
                let roles = |draft: &Self| (draft.least.clone(), draft.most.clone(), draft.mix.clone());
                let times = |draft: &Self| (draft.release.clone(), draft.answer_days.clone());
                seats(self) == seats(other) && roles(self) == roles(other) && times(self) == times(other)
            }
            Step::Choices => self.choices == other.choices,
            Step::SignUp => {
                let places = |draft: &Self| (draft.capacity.clone(), draft.closes.clone(), draft.closes_at.clone());
                let contact =
                    |one: &Self| (one.contact_name.clone(), one.contact_email.clone(), one.contact_phone.clone());
                places(self) == places(other)
                    && contact(self) == contact(other)
                    && (&self.online_capacity, &self.apart) == (&other.online_capacity, &other.apart)
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
    use proto::{Language, Localised};

    #[test]
    fn a_step_takes_its_own_fields_and_leaves_the_others() {
        let mut draft = Draft { starts: "10".to_owned(), ..Draft::default() };
        let before = draft.clone();
        draft.take(
            Step::Texts,
            |name| match name {
                "title_nn" => Some("  Torget\u{0} \u{7f}  "),
                "description_nb" => Some("A\r\n\r\nB"),
                "starts" => Some("11"),
                _ => None,
            },
            String::new,
        );
        assert_eq!(draft.title, Localised::from([(Language::Nn, "Torget")]));
        assert_eq!(draft.description, Localised::from([(Language::Nb, "A\n\nB")]));
        assert_eq!(draft.starts, "10");
        let agrees = Step::of(EventKind::Webinar).iter().map(|step| draft.agrees(&before, *step));
        assert_eq!(agrees.collect::<Vec<_>>(), [false, true, true, true, true]);
    }

    #[test]
    fn each_step_sees_a_change_of_its_own_only() {
        for step in Step::of(EventKind::Gathering).iter().copied() {
            let mut draft = Draft::default();
            draft.take(step, |_| Some("7"), || "s1".to_owned());
            if step == Step::Questions {
                draft.form.push(Question::default());
            }
            let changed: Vec<Step> = Step::of(EventKind::Gathering)
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
