//! The form in which an organiser says what a plan is to be.

use crate::pages::Site;
use crate::plan::{Kind, Mixing, Rules};
use crate::planning::Wish;
use crate::store::gathering;
use crate::store::plan::Model;
use host::{Choice, Error, FieldError, Fields};
use proto::{Language, Localised, PoolId};
use serde::Serialize;

const LONGEST_NAME: usize = 60;
const MOST_AT_A_TABLE: u32 = 100;

/// What was typed, and what can be chosen.
#[derive(Clone, Default, Serialize)]
pub(in crate::pages) struct WishForm {
    kind: String,
    names: Vec<NameField>,
    size: String,
    tables: String,
    mixing: String,
    of_member: String,
    of_county: String,
    elected: bool,
    heirs: bool,
    choice: String,
    kinds: Vec<Choice>,
    mixings: Vec<Choice>,
    /// Empty when there is nothing to choose but everybody.
    choices: Vec<Choice>,
}

/// What the plan is called in one language.
#[derive(Clone, Serialize)]
struct NameField {
    language: Language,
    /// What the language is called.
    label: String,
    value: String,
}

impl WishForm {
    pub(in crate::pages) async fn empty(
        site: &Site,
        gathering: &gathering::Model,
        language: Language,
    ) -> Result<Self, Error> {
        let word = |key: &str| site.host.text.word(language, key, &[]);
        let organisers = site.organisers(gathering).await?;
        let responsible = organisers.iter().find(|organisation| organisation.slug == gathering.organisation);
        let mut languages = responsible.map(|one| one.required_languages.clone()).unwrap_or_default();
        if languages.is_empty() {
            languages.push(Language::Nn);
        }
        let name = |language: Language| NameField {
            language,
            label: word(&format!("frame-name-{}", language.code())),
            value: String::new(),
        };
        let kinds =
            Kind::ALL.map(|kind| Choice::new(kind.word(), word(&format!("gathering-plan-kind-{}", kind.word()))));
        let mixings = [("spread", "gathering-plan-mixing-spread"), ("together", "gathering-plan-mixing-together")];
        let mixings = mixings.map(|(mixing, key)| Choice::new(mixing, word(key)));
        let chosen = |label: &str| site.host.text.word(language, "gathering-plan-chosen", &[("choice", label.into())]);
        let event = gathering.event();
        let choices = event.choices().map(|pool| Choice::new(pool.id.to_string(), chosen(pool.label.get(language))));
        let mut choices: Vec<Choice> = choices.collect();
        if !choices.is_empty() {
            choices.insert(0, Choice::new("", word("gathering-plan-everybody")));
        }
        Ok(Self {
            kind: Kind::Tables.word().to_owned(),
            names: languages.into_iter().map(name).collect(),
            size: "8".to_owned(),
            mixing: "spread".to_owned(),
            elected: true,
            heirs: true,
            kinds: kinds.to_vec(),
            mixings: mixings.to_vec(),
            choices,
            ..Self::default()
        })
    }

    /// Shows a plan as it is.
    pub(in crate::pages) fn of(mut self, plan: &Model) -> Self {
        let rules = &plan.rules.0;
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        self.kind = plan.kind().word().to_owned();
        for name in &mut self.names {
            name.value = plan.name.0.0.get(&name.language).cloned().unwrap_or_default();
        }
        self.size = rules.size.to_string();
        (self.tables, self.of_member, self.of_county) =
            (number(rules.tables), number(rules.of_member), number(rules.of_county));
        (self.elected, self.heirs) = (rules.elected, rules.heirs);
        self.mixing = match rules.mixing {
            Mixing::Spread => "spread".to_owned(),
            Mixing::Together => "together".to_owned(),
        };
        self.choice = plan.choice().map(|pool| pool.to_string()).unwrap_or_default();
        self
    }

    /// Takes over what was typed.
    pub(in crate::pages) fn fill(&mut self, fields: &Fields) {
        let typed = |name: &str| fields.get(name).unwrap_or_default().trim().to_owned();
        self.kind = typed("kind");
        for name in &mut self.names {
            name.value = typed(&format!("name_{}", name.language.code())).chars().take(LONGEST_NAME).collect();
        }
        (self.size, self.tables, self.mixing) = (typed("size"), typed("tables"), typed("mixing"));
        (self.of_member, self.of_county) = (typed("of_member"), typed("of_county"));
        (self.elected, self.heirs) = (fields.get("elected").is_some(), fields.get("heirs").is_some());
        self.choice = typed("choice");
    }

    pub(in crate::pages) fn sample() -> Self {
        let name = |language: Language, label: &str, value: &str| NameField {
            language,
            label: label.to_owned(),
            value: value.to_owned(),
        };
        Self {
            kind: "tables".to_owned(),
            names: vec![name(Language::Nn, "Nynorsk", "Middag"), name(Language::Nb, "Bokmål", "")],
            size: "8".to_owned(),
            mixing: "spread".to_owned(),
            of_member: "2".to_owned(),
            elected: true,
            heirs: true,
            kinds: vec![Choice::new("tables", "Bord"), Choice::new("groups", "Grupper")],
            mixings: vec![Choice::new("spread", "Spreidde"), Choice::new("together", "Saman")],
            choices: vec![Choice::new("", "Alle"), Choice::new("x", "Dei som har valt Middag")],
            ..Self::default()
        }
    }
}

/// What the form says, or what is wrong with it.
pub(in crate::pages) fn read(form: &WishForm, site: &Site, language: Language) -> Result<Wish, Vec<FieldError>> {
    let mut errors = Vec::new();
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError::new(field, site.host.text.word(language, key, &[])));
    };
    let kind = Kind::called(&form.kind);
    if kind.is_none() {
        wrong("kind", "gathering-plan-kind-missing");
    }
    let mut name = Localised::default();
    for field in &form.names {
        if field.value.is_empty() {
            wrong(&format!("name_{}", field.language.code()), "gathering-plan-name-missing");
        } else {
            name.0.insert(field.language, field.value.clone());
        }
    }
    let size = form.size.parse().ok().filter(|size| (1..=MOST_AT_A_TABLE).contains(size));
    if size.is_none() {
        wrong("size", "gathering-plan-size-wrong");
    }
    let mut limit = |field: &str, typed: &str, most: u32, key: &str| -> Option<u32> {
        let number = typed.parse().ok().filter(|number| (1..=most).contains(number));
        if number.is_none() && !typed.is_empty() {
            wrong(field, key);
        }
        number
    };
    let most_tables = u32::try_from(crate::plan::MOST_TABLES).unwrap_or(u32::MAX);
    let tables = limit("tables", &form.tables, most_tables, "gathering-plan-tables-wrong");
    let of_member = limit("of_member", &form.of_member, MOST_AT_A_TABLE, "gathering-plan-most-wrong");
    let of_county = limit("of_county", &form.of_county, MOST_AT_A_TABLE, "gathering-plan-most-wrong");
    // Something that cannot be chosen is nobody's mistake but a forger's.
    let choice = form.choices.iter().find(|choice| choice.value == form.choice).map(|choice| choice.value.as_str());
    let choice = choice.and_then(|id| id.parse::<PoolId>().ok());
    let mixing = if form.mixing == "together" { Mixing::Together } else { Mixing::Spread };
    match (kind, size) {
        (Some(kind), Some(size)) if errors.is_empty() => {
            let (elected, heirs) = (form.elected, form.heirs);
            let rules = Rules { size, tables, mixing, of_member, of_county, elected, heirs };
            Ok(Wish { kind, name, rules, choice })
        }
        _ => Err(errors),
    }
}
