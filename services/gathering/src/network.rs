//! A network: who is a member of it and when, municipality by municipality.

use chrono::NaiveDate;
use proto::Language;
use serde::{Deserialize, Serialize};

/// A member: a municipality, or a region of several that come as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Member {
    /// Stable; what gatherings and files call it by.
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Who is asked to name people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) contact: Option<Contact>,
    /// In the order of the file.
    pub(crate) memberships: Vec<Membership>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Municipality,
    Region,
}

impl Kind {
    pub(crate) const ALL: [Self; 2] = [Self::Municipality, Self::Region];

    /// The word in files.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Region => "region",
        }
    }
}

/// A person at a member's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) language: Language,
}

/// One municipality's time in a member. It comes back as another membership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Membership {
    /// "1577".
    pub(crate) municipality: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) organisation_number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) language_form: Option<LanguageForm>,
    pub(crate) from: NaiveDate,
    /// The last day; without end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) phase: Option<String>,
    /// When the council decided to take part, and where that is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) decided_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) reference: Option<String>,
    /// The municipality that it became part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) successor: Option<String>,
}

/// The form of Norwegian that a municipality has decided to be written to in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LanguageForm {
    Nn,
    Nb,
    Neutral,
}

impl LanguageForm {
    pub(crate) const ALL: [Self; 3] = [Self::Nn, Self::Nb, Self::Neutral];

    /// The word in files.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Nn => "nn",
            Self::Nb => "nb",
            Self::Neutral => "neutral",
        }
    }

    /// The language to write in, where one was decided.
    pub(crate) const fn language(self) -> Option<Language> {
        match self {
            Self::Nn => Some(Language::Nn),
            Self::Nb => Some(Language::Nb),
            Self::Neutral => None,
        }
    }
}

impl Membership {
    pub(crate) fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether there is a day on which both are valid.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let begins_before_end = |one: &Self, other: &Self| other.to.is_none_or(|to| one.from <= to);
        begins_before_end(self, other) && begins_before_end(other, self)
    }
}

/// A member as it is on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MemberAsOf<'a> {
    pub(crate) member: &'a Member,
    /// Never empty.
    pub(crate) memberships: Vec<&'a Membership>,
}

/// Who is in the network on a day, and with which municipalities.
pub(crate) fn as_of(members: &[Member], day: NaiveDate) -> Vec<MemberAsOf<'_>> {
    let of = |member| MemberAsOf { member, memberships: valid(member, day) };
    members.iter().map(of).filter(|as_of| !as_of.memberships.is_empty()).collect()
}

fn valid(member: &Member, day: NaiveDate) -> Vec<&Membership> {
    member.memberships.iter().filter(|membership| membership.is_valid_on(day)).collect()
}

impl MemberAsOf<'_> {
    /// In which language the member is written to: as its contact wishes, or as its municipalities have decided if they
    /// agree.
    pub(crate) fn language(&self) -> Option<Language> {
        if let Some(contact) = &self.member.contact {
            return Some(contact.language);
        }
        let mut forms = self.memberships.iter().map(|membership| membership.language_form);
        let first = forms.next()??;
        forms.all(|form| form == Some(first)).then_some(first)?.language()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(crate) fn membership(municipality: &str, from: &str, to: Option<&str>) -> Membership {
        Membership {
            municipality: municipality.to_owned(),
            organisation_number: None,
            language_form: None,
            from: day(from),
            to: to.map(day),
            phase: None,
            decided_on: None,
            reference: None,
            successor: None,
        }
    }

    fn member(key: &str, memberships: Vec<Membership>) -> Member {
        Member { key: key.to_owned(), name: key.to_owned(), kind: Kind::Region, contact: None, memberships }
    }

    #[test]
    fn membership_is_as_it_was_on_the_day_of_the_gathering() {
        let members = [
            // In the first phase only.
            member("lofoten", vec![membership("1860", "2014-03-01", Some("2015-06-30"))]),
            // One municipality came and one left between the phases.
            member(
                "namdal",
                vec![
                    membership("5007", "2014-03-01", None),
                    membership("5041", "2014-03-01", Some("2015-06-30")),
                    membership("5047", "2015-07-01", None),
                ],
            ),
        ];
        let on = |text| {
            let there = as_of(&members, day(text));
            let numbers = |as_of: &MemberAsOf<'_>| {
                as_of.memberships.iter().map(|membership| membership.municipality.clone()).collect::<Vec<_>>()
            };
            there.iter().map(|as_of| (as_of.member.key.clone(), numbers(as_of))).collect::<Vec<_>>()
        };
        let owned = |key: &str, numbers: &[&str]| {
            (key.to_owned(), numbers.iter().map(|number| (*number).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(on("2014-02-28"), []);
        assert_eq!(on("2015-06-30"), [owned("lofoten", &["1860"]), owned("namdal", &["5007", "5041"])]);
        assert_eq!(on("2015-07-01"), [owned("namdal", &["5007", "5047"])]);
    }

    #[test]
    fn a_member_is_written_to_as_it_has_decided() {
        let with = |forms: &[Option<LanguageForm>]| {
            let membership = |form: &Option<LanguageForm>| Membership {
                language_form: *form,
                ..membership("1577", "2015-01-01", None)
            };
            member("m", forms.iter().map(membership).collect())
        };
        let language = |member: &Member| as_of(std::slice::from_ref(member), day("2016-01-01"))[0].language();
        assert_eq!(language(&with(&[Some(LanguageForm::Nn), Some(LanguageForm::Nn)])), Some(Language::Nn));
        assert_eq!(language(&with(&[Some(LanguageForm::Nn), Some(LanguageForm::Nb)])), None);
        assert_eq!(language(&with(&[Some(LanguageForm::Neutral)])), None);
        let contact = Contact { name: "K".to_owned(), email: "k@x.no".to_owned(), language: Language::Nb };
        let asked = Member { contact: Some(contact), ..with(&[Some(LanguageForm::Nn)]) };
        assert_eq!(language(&asked), Some(Language::Nb));
    }

    proptest! {
        #[test]
        fn two_memberships_overlap_when_there_is_a_day_of_both(
            one in (0u64..20, proptest::option::of(0u64..20)),
            other in (0u64..20, proptest::option::of(0u64..20)),
        ) {
            let first = day("2015-01-01");
            let at = |n: u64| first + chrono::Days::new(n);
            let made = |(from, long): (u64, Option<u64>)| Membership {
                from: at(from),
                to: long.map(|long| at(from + long)),
                ..membership("1577", "2015-01-01", None)
            };
            let (one, other) = (made(one), made(other));
            let both = (0..60).any(|n| one.is_valid_on(at(n)) && other.is_valid_on(at(n)));
            prop_assert_eq!(one.overlaps(&other), both);
            prop_assert_eq!(other.overlaps(&one), both);
        }
    }
}
