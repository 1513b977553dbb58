//! What of a list is asked for. The address of the page says all but the search, which may be a name.

use crate::pages::choices::{form, word};
use crate::store::participants::{Group, Selection, Sorting};
use host::Fields;
use proto::event::Event;
use serde::{Deserialize, Serialize};

/// In characters: longer than every address.
const LONGEST_SEARCH: usize = 300;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Asked {
    /// Never read from an address.
    #[serde(skip_deserializing)]
    pub(crate) search: String,
    #[serde(default)]
    status: String,
    /// How they take part.
    #[serde(default)]
    deltaking: String,
    /// What they chose.
    #[serde(default)]
    val: String,
    #[serde(default)]
    sorter: String,
    #[serde(default)]
    side: String,
}

impl Asked {
    pub(crate) fn typed(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        Self {
            search: get("sok").trim().chars().filter(|c| !c.is_control()).take(LONGEST_SEARCH).collect(),
            status: get("status"),
            deltaking: get("deltaking"),
            val: get("val"),
            sorter: get("sorter"),
            side: get("side"),
        }
    }

    /// The people that are meant. What nobody can choose at this event is as if it had not been asked.
    pub(crate) fn selection(&self, event: &Event) -> Selection {
        let choice = self.val.parse().ok();
        Selection {
            group: Group::ALL.into_iter().find(|group| group.word() == self.status),
            form: form(&self.deltaking),
            choice: choice.filter(|id| event.choices().any(|pool| pool.id == *id)),
            search: self.search.clone(),
            sorting: Sorting::ALL.into_iter().find(|sorting| sorting.word() == self.sorter).unwrap_or_default(),
        }
    }

    /// From 1.
    pub(crate) fn page(&self) -> u64 {
        self.side.parse().unwrap_or(1).clamp(1, 1_000_000)
    }
}

/// A selection as it stands in addresses and hidden fields, but for the search; empty where nothing is chosen.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Chosen {
    pub(crate) status: &'static str,
    pub(crate) deltaking: &'static str,
    pub(crate) val: String,
    pub(crate) sorter: &'static str,
}

impl From<&Selection> for Chosen {
    fn from(selection: &Selection) -> Self {
        Self {
            status: selection.group.map_or("", Group::word),
            deltaking: selection.form.map_or("", word),
            val: selection.choice.map(|id| id.to_string()).unwrap_or_default(),
            sorter: match selection.sorting {
                Sorting::Number => "",
                sorting => sorting.word(),
            },
        }
    }
}

impl Chosen {
    /// What an address ends with, `?` included; nothing where nothing is chosen.
    pub(crate) fn query(&self, page: Option<u64>) -> String {
        let side = page.map(|page| page.to_string()).unwrap_or_default();
        let fields = [("status", self.status), ("deltaking", self.deltaking), ("val", &self.val)];
        let fields = fields.into_iter().chain([("sorter", self.sorter), ("side", &*side)]);
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(fields.filter(|(_, value)| !value.is_empty()));
        match query.finish() {
            query if query.is_empty() => query,
            query => format!("?{query}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_is_read_and_written_again_and_what_is_not_there_is_left_out() {
        let event = crate::pages::sample::known().event;
        let there = event.choices().next().unwrap().id.to_string();
        let gone = uuid::Uuid::from_u128(4711).to_string();
        for (fields, query) in [
            ([("status", ""), ("val", ""), ("sorter", "")], ""),
            (
                [("status", "waiting"), ("val", &*there), ("sorter", "name")],
                &*format!("?status=waiting&val={there}&sorter=name"),
            ),
            ([("status", "undeliverable"), ("val", &*gone), ("sorter", "number")], "?status=undeliverable"),
            ([("status", "' OR 1=1"), ("val", "x"), ("sorter", "email")], ""),
        ] {
            let asked = Asked::typed(&Fields::from(fields));
            assert_eq!(Chosen::from(&asked.selection(&event)).query(None), query);
        }
        let sides = [("0", 1), ("-1", 1), ("x", 1), ("7", 7), ("99999999999999999999", 1), ("9999999", 1_000_000)];
        for (side, page) in sides {
            assert_eq!(Asked::typed(&Fields::from([("side", side)])).page(), page, "{side}");
        }
    }
}
