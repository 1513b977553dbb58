//! Decides whether people who sign up get places, wait, or are refused.

use crate::clashes::{Conflict, conflict};
use crate::desk::errand::Refusal;
use crate::places::{Places, Pool};
use chrono::{DateTime, Utc};
use proto::PoolId;
use proto::event::{Event, Form, WaitingMode, WaitingOrder};
use proto::registration::{Claim, ClaimState};

/// What becomes of a party. The claims are one list for each person, in the party's order.
#[derive(Clone, Debug, PartialEq)]
pub enum Admission {
    Admitted {
        claims: Vec<Vec<Claim>>,
    },
    /// The first of them waits at this position, the others after.
    Waiting {
        position: u32,
        claims: Vec<Vec<Claim>>,
    },
    /// The organisers are to decide about each of them. They have nothing and wait in no queue, whatever their claims say.
    Undecided {
        claims: Vec<Vec<Claim>>,
    },
    Refused(Refusal),
}

/// Whether one can sign up at all at this moment.
pub fn window(event: &Event, cancelled: bool, now: DateTime<Utc>) -> Result<(), Refusal> {
    if cancelled {
        return Err(Refusal::Cancelled);
    }
    if now >= event.ends_at {
        return Err(Refusal::Over);
    }
    if let Some(opens_at) = event.sign_up.opens_at
        && now < opens_at
    {
        return Err(Refusal::NotOpenYet { opens_at });
    }
    if now >= event.sign_up.closes_at {
        return Err(Refusal::Closed);
    }
    Ok(())
}

/// The form that somebody gets who asks for this one. Where there is but one, it need not be asked for.
pub fn form(places: &Places, wanted: Option<Form>) -> Result<Option<Form>, Refusal> {
    match (places.forms().as_slice(), wanted) {
        ([], _) => Ok(None),
        ([only], None) => Ok(Some(*only)),
        (_, None) => Err(Refusal::FormMissing),
        (forms, Some(wanted)) if forms.contains(&wanted) => Ok(Some(wanted)),
        (_, Some(_)) => Err(Refusal::UnknownForm),
    }
}

/// Admits people together, lets them wait together, or refuses them together. What each chose besides may wait alone.
pub fn admit(places: &Places, form: Option<Form>, party: &[&[PoolId]], limit: u8) -> Admission {
    let people = u32::try_from(party.len()).unwrap_or(u32::MAX);
    let chosen = match choosing(places, form, party, limit) {
        Ok(chosen) => chosen,
        Err(refusal) => return Admission::Refused(refusal),
    };
    let must_queue = places.queued(form) > 0 && places.order == WaitingOrder::Strict;
    if places.have_room_for(people, form) && !must_queue {
        return match seats(places, form, &chosen) {
            Ok(claims) => Admission::Admitted { claims },
            Err(refusal) => Admission::Refused(refusal),
        };
    }
    if places.mode == WaitingMode::None {
        return Admission::Refused(Refusal::Full);
    }
    queued(places, form, &chosen)
}

/// Keeps what people ask for until the organisers have decided, whatever room there is.
pub fn receive(places: &Places, form: Option<Form>, party: &[&[PoolId]], limit: u8) -> Admission {
    let people = u32::try_from(party.len()).unwrap_or(u32::MAX);
    match choosing(places, form, party, limit) {
        // Nobody could say yes.
        Ok(_) if places.mode == WaitingMode::None && !places.have_room_for(people, form) => {
            Admission::Refused(Refusal::Full)
        }
        Ok(chosen) => Admission::Undecided {
            claims: chosen
                .iter()
                .map(|pools| claims(places, form, pools, |_| ClaimState::Waiting, ClaimState::Waiting))
                .collect(),
        },
        Err(refusal) => Admission::Refused(refusal),
    }
}

/// What each of them chose, if so many may sign up together and each can have it.
fn choosing<'a>(
    places: &'a Places,
    form: Option<Form>,
    party: &[&[PoolId]],
    limit: u8,
) -> Result<Vec<Vec<&'a Pool>>, Refusal> {
    let people = u32::try_from(party.len()).unwrap_or(u32::MAX);
    let limit = u32::from(limit.max(1)).min(places.largest_party(form).max(1));
    if people > limit {
        return Err(Refusal::PartyTooLarge { limit });
    }
    party.iter().map(|choices| check_choices(places, form, choices)).collect()
}

/// Lets people wait together, whatever room there is.
pub fn wait(places: &Places, form: Option<Form>, party: &[&[PoolId]]) -> Result<Admission, Refusal> {
    let chosen: Vec<Vec<&Pool>> =
        party.iter().map(|choices| check_choices(places, form, choices)).collect::<Result<_, _>>()?;
    Ok(queued(places, form, &chosen))
}

fn queued(places: &Places, form: Option<Form>, chosen: &[Vec<&Pool>]) -> Admission {
    let claims = chosen.iter().map(|pools| claims(places, form, pools, |_| ClaimState::Waiting, ClaimState::Waiting));
    Admission::Waiting { position: places.queued(form) + 1, claims: claims.collect() }
}

/// The chosen pools, each once, if they exist and one person who takes part so can attend them all.
pub fn check_choices<'a>(places: &'a Places, form: Option<Form>, choices: &[PoolId]) -> Result<Vec<&'a Pool>, Refusal> {
    let mut chosen: Vec<&Pool> = Vec::with_capacity(choices.len());
    for id in choices {
        let pool = places.pool(*id).filter(|pool| !pool.whole && !pool.closed).ok_or(Refusal::UnknownChoice(*id))?;
        if !places.suits(pool, form) {
            return Err(Refusal::ChoiceOfOtherForm(*id));
        }
        if chosen.iter().any(|other| other.id == *id) {
            continue;
        }
        for other in &chosen {
            match conflict(other, pool, &places.walks) {
                Some(Conflict::SameSession) => return Err(Refusal::SameSessionTwice(other.id, *id)),
                Some(Conflict::Time) => return Err(Refusal::ClashingChoices(other.id, *id)),
                None => {}
            }
        }
        chosen.push(pool);
    }
    Ok(chosen)
}

/// A place for each in the event, and in each choice as long as there are any.
fn seats(places: &Places, form: Option<Form>, chosen: &[Vec<&Pool>]) -> Result<Vec<Vec<Claim>>, Refusal> {
    let mut given: Vec<PoolId> = Vec::new();
    let mut all = Vec::with_capacity(chosen.len());
    for pools in chosen {
        let mut states = Vec::with_capacity(pools.len());
        for pool in pools {
            let before = u32::try_from(given.iter().filter(|id| **id == pool.id).count()).unwrap_or(u32::MAX);
            let state = if pool.has_room_for(before + 1) {
                given.push(pool.id);
                ClaimState::Held
            } else if places.mode == WaitingMode::None {
                return Err(Refusal::ChoiceFull(pool.id));
            } else {
                ClaimState::Waiting
            };
            states.push((pool.id, state));
        }
        let state_of =
            |pool: &Pool| states.iter().find(|(id, _)| *id == pool.id).map_or(ClaimState::Waiting, |(_, state)| *state);
        all.push(claims(places, form, pools, state_of, ClaimState::Held));
    }
    Ok(all)
}

fn claims(
    places: &Places,
    form: Option<Form>,
    chosen: &[&Pool],
    state_of: impl Fn(&Pool) -> ClaimState,
    whole: ClaimState,
) -> Vec<Claim> {
    let needed = places.needed(form).map(|pool| Claim { pool_id: pool.id, state: whole });
    needed.chain(chosen.iter().map(|pool| Claim { pool_id: pool.id, state: state_of(pool) })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const WHOLE: PoolId = PoolId(Uuid::from_u128(1));
    const SESSION: PoolId = PoolId(Uuid::from_u128(2));

    fn places(capacity: Option<u32>, taken: u32, waiting: u32) -> Places {
        let whole = Pool { whole: true, taken, waiting, ..Pool::choice(WHOLE, capacity) };
        let session = Pool { taken: 1, ..Pool::choice(SESSION, Some(2)) };
        let pools = vec![whole, session];
        Places { pools, waiting, mode: WaitingMode::Direct, order: WaitingOrder::Strict, walks: Vec::new() }
    }

    fn alone(places: &Places) -> Admission {
        admit(places, None, &[&[]], 1)
    }

    fn is_admitted(admission: &Admission) -> bool {
        matches!(admission, Admission::Admitted { .. })
    }

    #[test]
    fn the_last_place_is_given_and_no_other() {
        assert!(is_admitted(&alone(&places(Some(2), 1, 0))));
        assert!(matches!(alone(&places(Some(2), 2, 0)), Admission::Waiting { position: 1, .. }));
        assert!(matches!(alone(&places(Some(2), 5, 3)), Admission::Waiting { position: 4, .. }));
        assert!(is_admitted(&alone(&places(None, 1_000_000, 0))));
    }

    #[test]
    fn whoever_comes_later_queues_behind_those_who_wait() {
        let queue = places(Some(2), 1, 2);
        assert!(matches!(alone(&queue), Admission::Waiting { position: 3, .. }));
        assert!(is_admitted(&alone(&Places { order: WaitingOrder::Fill, ..queue })));
    }

    #[test]
    fn a_party_is_admitted_or_waits_as_one() {
        let party: [&[PoolId]; 3] = [&[], &[], &[]];
        assert!(is_admitted(&admit(&places(Some(3), 0, 0), None, &party, 3)));
        assert!(
            matches!(admit(&places(Some(3), 1, 0), None, &party, 3), Admission::Waiting { claims, .. } if claims.len() == 3)
        );
        let limit = |admission| match admission {
            Admission::Refused(Refusal::PartyTooLarge { limit }) => limit,
            other => panic!("{other:?}"),
        };
        assert_eq!(limit(admit(&places(Some(3), 0, 0), None, &party, 2)), 2);
        assert_eq!(limit(admit(&places(Some(2), 0, 0), None, &party, 5)), 2, "they would wait for ever");
    }

    #[test]
    fn choices_wait_on_their_own() {
        let party: [&[PoolId]; 2] = [&[SESSION], &[SESSION, SESSION]];
        let Admission::Admitted { claims } = admit(&places(Some(9), 0, 0), None, &party, 2) else { panic!("admitted") };
        let states: Vec<Vec<ClaimState>> =
            claims.iter().map(|claims| claims.iter().map(|claim| claim.state).collect()).collect();
        assert_eq!(states, [[ClaimState::Held, ClaimState::Held], [ClaimState::Held, ClaimState::Waiting]]);
    }

    #[test]
    fn without_a_list_nobody_waits() {
        let none = |taken| Places { mode: WaitingMode::None, ..places(Some(2), taken, 0) };
        assert_eq!(alone(&none(2)), Admission::Refused(Refusal::Full));
        let party: [&[PoolId]; 2] = [&[SESSION], &[SESSION]];
        assert_eq!(admit(&none(0), None, &party, 2), Admission::Refused(Refusal::ChoiceFull(SESSION)));
    }

    #[test]
    fn where_organisers_decide_nobody_has_anything_before_they_have() {
        let receive = |places: &Places| receive(places, None, &[&[SESSION], &[]], 2);
        for (taken, waiting) in [(0, 0), (1, 0), (2, 0), (2, 7)] {
            let mut kept = places(Some(2), taken, waiting);
            let before = kept.clone();
            let admission = receive(&kept);
            assert!(matches!(&admission, Admission::Undecided { claims } if claims.len() == 2));
            kept.record(&admission);
            assert_eq!(kept, before, "nothing is counted");
        }
        let none = |taken| Places { mode: WaitingMode::None, ..places(Some(2), taken, 0) };
        assert!(matches!(receive(&none(0)), Admission::Undecided { .. }));
        assert_eq!(receive(&none(1)), Admission::Refused(Refusal::Full), "nobody could say yes to both");
        assert_eq!(
            super::receive(&none(0), None, &[&[], &[], &[]], 2),
            Admission::Refused(Refusal::PartyTooLarge { limit: 2 })
        );
    }

    const ONLINE: PoolId = PoolId(Uuid::from_u128(3));

    /// One place in the hall, and as many online as one likes.
    fn both(taken: u32, waiting: u32) -> Places {
        let mut places = places(Some(1), taken, waiting);
        places.pools[0].form = Some(Form::InPerson);
        places.pools.push(Pool { whole: true, form: Some(Form::Online), ..Pool::choice(ONLINE, None) });
        places
    }

    #[test]
    fn each_form_has_places_and_a_queue_of_its_own() {
        let state = |admission| match admission {
            Admission::Admitted { claims } => claims[0].iter().map(|claim| claim.pool_id).collect::<Vec<_>>(),
            other => panic!("{other:?}"),
        };
        let full = both(1, 3);
        assert_eq!(state(admit(&full, Some(Form::Online), &[&[]], 1)), [ONLINE]);
        let in_person = admit(&full, Some(Form::InPerson), &[&[]], 1);
        assert!(matches!(in_person, Admission::Waiting { position: 4, .. }));
        assert_eq!((full.left_in(Some(Form::InPerson)), full.left()), (Some(0), None));
        assert_eq!(state(admit(&both(0, 0), Some(Form::InPerson), &[&[]], 1)), [WHOLE]);
        let party: [&[PoolId]; 2] = [&[], &[]];
        assert_eq!(
            admit(&both(0, 0), Some(Form::InPerson), &party, 5),
            Admission::Refused(Refusal::PartyTooLarge { limit: 1 })
        );
    }

    #[test]
    fn one_chooses_between_the_forms_there_are() {
        let places = both(0, 0);
        assert_eq!(form(&places, Some(Form::Online)), Ok(Some(Form::Online)));
        assert_eq!(form(&places, None), Err(Refusal::FormMissing));
        let mut only = places.clone();
        only.pools[2].closed = true;
        assert_eq!(form(&only, None), Ok(Some(Form::InPerson)));
        assert_eq!(form(&only, Some(Form::Online)), Err(Refusal::UnknownForm));
        only.pools[0].form = None;
        assert_eq!(form(&only, Some(Form::Online)), Ok(None), "there is nothing to choose between");
    }

    #[test]
    fn what_is_for_one_form_is_not_for_the_other() {
        let mut places = both(0, 0);
        places.pools[1].form = Some(Form::InPerson);
        assert!(check_choices(&places, Some(Form::InPerson), &[SESSION]).is_ok());
        let refused = check_choices(&places, Some(Form::Online), &[SESSION]).map(|_| ());
        assert_eq!(refused, Err(Refusal::ChoiceOfOtherForm(SESSION)));
    }
}
