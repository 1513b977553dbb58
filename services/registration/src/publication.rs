//! Decides what a published event means for those who are signed up already.

use crate::places::forms;
use crate::store::event;
use proto::PoolId;
use proto::event::{Event, Form, Pool};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Publication {
    /// Something newer is known.
    Older,
    Newer(Plan),
    /// It would leave people without what they have. Somebody has to look at it.
    Impossible(String),
}

/// What changes for people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Choices whose people have to be looked at: moved, taken out, for another form, or farther to walk from.
    pub touched: Vec<PoolId>,
    /// Of these, the ones that are given at another time or place.
    pub moved: Vec<PoolId>,
    pub forms: Vec<FormMove>,
    /// Whether somebody may let go of something by it, so that others move up. Where sessions are only moved nobody does.
    pub lets_go: bool,
}

/// What becomes of those who take part in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormMove {
    pub before: Option<Form>,
    pub now: Option<Form>,
    /// The places are others, so that they are given anew, in order.
    pub reseat: bool,
}

/// What a snapshot means after the one before it; `row` is the event as it is kept.
pub(crate) fn publication(row: &event::Model, before: Option<&Event>, event: &Event) -> Publication {
    // After a cancellation that came first, any snapshot is better than none.
    let Some(before) = before else { return Publication::Newer(Plan::default()) };
    if i64::from(event.revision) <= row.revision {
        return Publication::Older;
    }
    // Off the public pages nobody is.
    let anybody_signed_up = row.next_seq > 1 && row.is_public();
    let forms = if anybody_signed_up { moves(before, event) } else { Some(Vec::new()) };
    let Some(forms) = forms else {
        return Publication::Impossible(format!(
            "the places that every registration of event {} needs cannot become others once people have signed up",
            event.id
        ));
    };
    let plan = sessions(before, event);
    Publication::Newer(Plan { lets_go: plan.lets_go || !forms.is_empty(), forms, ..plan })
}

/// Choices whose people have to be looked at, those of them that are at another time or place, and whether any is given to
/// fewer than before.
fn sessions(before: &Event, now: &Event) -> Plan {
    let mut plan = Plan::default();
    let walks_change = before.sign_up.walks != now.sign_up.walks;
    for pool in before.choices() {
        let Some(other) = now.choices().find(|other| other.id == pool.id) else {
            plan.touched.push(pool.id);
            plan.lets_go = true;
            continue;
        };
        let is_moved = (pool.starts_at, pool.ends_at, pool.venue, &pool.room)
            != (other.starts_at, other.ends_at, other.venue, &other.room);
        if is_moved {
            plan.moved.push(pool.id);
        }
        let is_other = (pool.form, pool.session) != (other.form, other.session);
        if is_moved || is_other || walks_change && pool.venue.is_some() {
            plan.touched.push(pool.id);
        }
        plan.lets_go |= is_other;
    }
    plan
}

/// Where people of each form go; absent when they cannot be told where.
fn moves(before: &Event, now: &Event) -> Option<Vec<FormMove>> {
    let forms_before = forms(before);
    let nobody_without = !forms_before.is_empty() && needed(before, None).is_empty();
    let without = (!nobody_without).then_some(None);
    let mut moves = Vec::new();
    for form in without.into_iter().chain(forms_before.into_iter().map(Some)) {
        let goes_to = goes_to(before, form, now)?;
        let reseat = needed(before, form) != needed(now, goes_to);
        if goes_to == form && reseat {
            return None;
        }
        if goes_to != form {
            moves.push(FormMove { before: form, now: goes_to, reseat });
        }
    }
    Some(moves)
}

/// The form that people have now who had this one; absent when it cannot be told.
fn goes_to(before: &Event, form: Option<Form>, now: &Event) -> Option<Option<Form>> {
    let forms = forms(now);
    let had = needed(before, form);
    match form {
        _ if forms.is_empty() => Some(None),
        Some(form) if forms.contains(&form) => Some(Some(form)),
        // Forms were added to what they have: they keep it.
        None if had == needed(now, None) => Some(None),
        None if forms.iter().any(|form| had == needed(now, Some(*form))) => {
            Some(forms.into_iter().find(|form| had == needed(now, Some(*form))))
        }
        // The only one that remains.
        _ if forms.len() == 1 => Some(forms.first().copied()),
        _ => None,
    }
}

fn whole(event: &Event) -> impl Iterator<Item = &Pool> {
    event.sign_up.pools.iter().filter(|pool| pool.whole)
}

/// The pools that everybody needs who takes part in this way.
pub(crate) fn needed(event: &Event, form: Option<Form>) -> BTreeSet<PoolId> {
    whole(event).filter(|pool| pool.form.is_none_or(|of| Some(of) == form)).map(|pool| pool.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const IN_PERSON: Option<Form> = Some(Form::InPerson);
    const ONLINE: Option<Form> = Some(Form::Online);

    /// An event with these pools that every registration needs.
    fn event(pools: &[(u128, Option<Form>)]) -> Event {
        let pools: Vec<serde_json::Value> = pools
            .iter()
            .map(|(id, form)| serde_json::json!({ "id": Uuid::from_u128(*id), "whole": true, "label": {}, "form": form }))
            .collect();
        let json = serde_json::json!({
            "id": Uuid::from_u128(9), "revision": 1, "kind": "conference", "slug": "s", "organisation": "o",
            "title": {}, "summary": {}, "description": {},
            "starts_at": "2027-06-16T07:00:00Z", "ends_at": "2027-06-17T15:00:00Z", "timezone": "Europe/Oslo",
            "attendance": "both", "contact": {"name": "n", "email": "e"}, "reminders": [60],
            "sign_up": {
                "closes_at": "2027-06-15T09:00:00Z", "withdraw_until": "2027-06-16T07:00:00Z", "pools": pools,
                "waiting_list": {"mode": "direct", "order": "strict", "after_deadline": true},
                "party_limit": 4, "questions": [],
            },
        });
        serde_json::from_value(json).expect("an event")
    }

    #[track_caller]
    fn check(before: &[(u128, Option<Form>)], now: &[(u128, Option<Form>)], expected: Option<&[FormMove]>) {
        assert_eq!(moves(&event(before), &event(now)).as_deref(), expected);
    }

    fn to(before: Option<Form>, now: Option<Form>, reseat: bool) -> FormMove {
        FormMove { before, now, reseat }
    }

    #[test]
    fn nothing_moves_where_places_stay() {
        check(&[(1, None)], &[(1, None)], Some(&[]));
        check(&[(1, IN_PERSON), (2, ONLINE)], &[(2, ONLINE), (1, IN_PERSON)], Some(&[]));
        // Forms beside what all need: those who are there keep what they have.
        check(&[(1, None)], &[(1, None), (2, IN_PERSON), (3, ONLINE)], Some(&[]));
        // What they have is one of the forms now.
        check(&[(1, None)], &[(1, IN_PERSON), (2, ONLINE)], Some(&[to(None, IN_PERSON, false)]));
    }

    #[test]
    fn a_form_that_is_lost_goes_to_the_other() {
        check(&[(1, IN_PERSON), (2, ONLINE)], &[(2, ONLINE)], Some(&[to(IN_PERSON, ONLINE, true)]));
        check(&[(1, IN_PERSON)], &[(2, ONLINE)], Some(&[to(IN_PERSON, ONLINE, true)]));
        check(
            &[(1, IN_PERSON), (2, ONLINE)],
            &[(2, None)],
            Some(&[to(IN_PERSON, None, true), to(ONLINE, None, false)]),
        );
        // The same places, used in another way.
        check(&[(1, IN_PERSON)], &[(1, ONLINE)], Some(&[to(IN_PERSON, ONLINE, false)]));
    }

    #[test]
    fn places_cannot_be_swapped_under_people() {
        check(&[(1, None)], &[(2, None)], None);
        check(&[(1, IN_PERSON), (2, ONLINE)], &[(1, IN_PERSON), (3, ONLINE)], None);
        check(&[(1, None)], &[(2, IN_PERSON), (3, ONLINE)], None);
    }
}
