//! What there is to choose in a form: how to take part, and what to come to, by day and time.

use super::event::Known;
use super::field::Fault;
use crate::answers::{Field, FieldProblem};
use crate::places::forms;
use chrono::{DateTime, NaiveDate, Utc};
use proto::event::{Form, Pool, WaitingMode};
use proto::{Localised, PoolId};
use serde::Serialize;

/// A way of taking part.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FormView {
    pub(crate) value: &'static str,
    pub(crate) hint: Option<Localised>,
    pub(crate) price: Option<Localised>,
    pub(crate) places_left: Option<u32>,
    pub(crate) full: bool,
    /// Full, and no list to wait on.
    pub(crate) closed: bool,
    pub(crate) checked: bool,
}

/// The ways of taking part, and what is wrong with the one that was chosen.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct FormsView {
    /// None where there is nothing to choose between.
    pub(crate) forms: Vec<FormView>,
    pub(crate) error: Option<Fault>,
}

/// The word for a form in fields, addresses and the API.
pub(crate) const fn word(form: Form) -> &'static str {
    match form {
        Form::InPerson => "in_person",
        Form::Online => "online",
    }
}

/// The form that a word means.
pub(crate) fn form(word: &str) -> Option<Form> {
    match word {
        "in_person" => Some(Form::InPerson),
        "online" => Some(Form::Online),
        _ => None,
    }
}

/// The ways of taking part, with the one that is chosen.
pub(crate) fn form_views(known: &Known, chosen: &str, problems: &[FieldProblem]) -> FormsView {
    let forms = forms(&known.event);
    if forms.len() < 2 {
        return FormsView::default();
    }
    let view = |form: &Form| {
        let pool = known.event.sign_up.pools.iter().find(|pool| pool.whole && pool.form == Some(*form));
        let left = known.places.left_in(Some(*form));
        FormView {
            value: word(*form),
            hint: pool.and_then(|pool| pool.hint.clone()),
            price: pool.and_then(|pool| pool.price.clone()),
            places_left: left,
            full: left == Some(0),
            closed: left == Some(0) && known.places.mode == WaitingMode::None,
            checked: chosen == word(*form),
        }
    };
    let problem = problems.iter().find(|problem| problem.field == Field::Form);
    FormsView {
        forms: forms.iter().map(view).collect(),
        error: problem.map(|problem| Fault::of(problem, &known.event)),
    }
}

/// Something to choose besides the event itself.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChoiceView {
    pub(crate) id: PoolId,
    /// The id of its box.
    pub(crate) anchor: String,
    pub(crate) label: Localised,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
    pub(crate) room: Option<Localised>,
    pub(crate) hint: Option<Localised>,
    pub(crate) price: Option<Localised>,
    /// Only for those who take part in this way, where there are several.
    pub(crate) form: Option<&'static str>,
    pub(crate) places_left: Option<u32>,
    pub(crate) full: bool,
    /// Full, and no list to wait on.
    pub(crate) closed: bool,
    pub(crate) checked: bool,
}

/// What there is to choose on one day, or at no time in particular.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DayView {
    pub(crate) day: Option<DateTime<Utc>>,
    pub(crate) choices: Vec<ChoiceView>,
}

/// What there is to choose, by day, and what is wrong with what was chosen.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct ChoicesView {
    pub(crate) days: Vec<DayView>,
    pub(crate) error: Option<Fault>,
}

/// Something that was chosen, and how it stands.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChosenView {
    pub(crate) label: Localised,
    pub(crate) state: &'static str,
}

/// What can be chosen, with what is: day by day, in the order of the clock.
pub(crate) fn choice_views(known: &Known, chosen: &[String], problems: &[FieldProblem]) -> ChoicesView {
    let zone = known.event.timezone;
    let day = |pool: &Pool| pool.starts_at.map(|at| at.with_timezone(&zone).date_naive());
    let mut pools: Vec<&Pool> = known.event.choices().collect();
    pools.sort_by_key(|pool| (pool.starts_at, pool.ends_at));
    let mut days: Vec<(Option<NaiveDate>, DayView)> = Vec::new();
    for (n, pool) in pools.into_iter().enumerate() {
        let mut view = choice_view(known, pool, chosen.contains(&pool.id.to_string()));
        if n == 0 {
            // What is wrong with the choices leads to the first of them.
            "choices".clone_into(&mut view.anchor);
        }
        match days.last_mut() {
            Some((date, of_day)) if *date == day(pool) => of_day.choices.push(view),
            _ => days.push((day(pool), DayView { day: pool.starts_at, choices: vec![view] })),
        }
    }
    let problem = problems.iter().find(|problem| problem.field == Field::Choices);
    ChoicesView {
        days: days.into_iter().map(|(_, of_day)| of_day).collect(),
        error: problem.map(|problem| Fault::of(problem, &known.event)),
    }
}

pub(crate) fn choice_view(known: &Known, pool: &Pool, checked: bool) -> ChoiceView {
    let left = known.places.pool(pool.id).map_or(pool.capacity, crate::places::Pool::left);
    let full = left == Some(0);
    ChoiceView {
        id: pool.id,
        anchor: format!("choice-{}", pool.id),
        label: pool.label.clone(),
        starts_at: pool.starts_at,
        ends_at: pool.ends_at,
        room: pool.room.clone(),
        hint: pool.hint.clone(),
        price: pool.price.clone(),
        form: pool.form.filter(|_| forms(&known.event).len() > 1).map(word),
        places_left: left,
        full,
        closed: full && known.event.sign_up.waiting_list.mode == WaitingMode::None,
        checked,
    }
}
