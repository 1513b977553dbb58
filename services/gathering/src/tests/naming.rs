use super::world::{ORGANISER, World, gathered, registration};
use crate::store::seat;
use axum::http::{StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;
use proto::gathering::{
    Asking, DelegationAllotted, DelegationInvited, DelegationSeatCleared, DelegationSeatNamed, RegistrationSeated,
    Seating,
};
use proto::registration::{
    Change, RegistrationAdmitted, RegistrationChanged, RegistrationErased, RegistrationWithdrawn, State, Withdrawal,
};
use proto::{EventId, Language, RegistrationId};
use uuid::Uuid;

const MARI: RegistrationId = RegistrationId(Uuid::from_u128(77));

fn person<'a>(name: &'a str, email: &'a str, role: &'a str) -> [(&'a str, &'a str); 5] {
    [("what", "name"), ("name", name), ("email", email), ("role", role), ("language", "nn")]
}

/// What registration answers when somebody was named.
async fn seated(world: &World, named: &DelegationSeatNamed, id: RegistrationId) {
    let event = named.allotted.event_id;
    world
        .hear(RegistrationSeated {
            seat_id: named.seat_id,
            revision: 1,
            delegation_id: named.allotted.delegation_id,
            event_id: event,
            registration_id: Some(id),
            signed_up_before: false,
            language: Language::Nn,
            member: named.member.clone(),
            outcome: Seating::Seated,
            own_place: false,
        })
        .await;
    let registration = registration(event, id, 1, State::Admitted);
    world.hear(RegistrationAdmitted { registration, from_waiting_list: false }).await;
}

/// What registration says when somebody gave the place, and the seat with it, to somebody else.
fn handed_over(named: &DelegationSeatNamed, to: RegistrationId) -> RegistrationSeated {
    RegistrationSeated {
        seat_id: named.seat_id,
        revision: 2,
        delegation_id: named.allotted.delegation_id,
        event_id: named.allotted.event_id,
        registration_id: Some(to),
        signed_up_before: false,
        language: Language::Nn,
        member: named.member.clone(),
        outcome: Seating::HandedOver,
        own_place: false,
    }
}

#[tokio::test]
async fn a_contact_names_replaces_and_takes_back() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        let page = world.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("4 av 4 plassar har ikkje namn enno."), "{}", page.text);
        assert_eq!(page.header(header::CACHE_CONTROL), "no-store");
        assert_eq!(page.header(header::REFERRER_POLICY), "no-referrer");

        let done = world.press(&link, "", &person("Mari Ordførar", "mari@namdal.example", "elected")).await;
        assert_eq!(done.header(header::LOCATION), format!("{link}?gjort=namn"), "{}", done.text);
        let named = world.said::<DelegationSeatNamed>().await.remove(0);
        assert_eq!((named.allotted.seats, named.cleared.len(), named.member.as_str()), (4, 0, "Region Namdal"));
        assert_eq!(named.role, Some(named.allotted.roles[0].pool_id));
        seated(&world, &named, MARI).await;
        assert!(world.get(&link).await.text.contains("Har fått brev"));

        let seat = named.seat_id.to_string();
        let replacing = world.get(&format!("{link}?byt={seat}")).await;
        assert!(replacing.text.contains("Byt ut Mari Ordførar"));
        let mut fields = person("Nils", "nils@namdal.example", "elected").to_vec();
        fields.push(("instead_of", &seat));
        let done = world.press(&link, "", &fields).await;
        assert_eq!(done.header(header::LOCATION), format!("{link}?gjort=bytt"));
        let second = world.said::<DelegationSeatNamed>().await.remove(1);
        assert_eq!(second.cleared, [named.seat_id]);
        let page = world.get(&link).await;
        assert!(page.text.contains("Tidlegare namn") && page.text.contains("Nils"), "{}", page.text);

        let seat = second.seat_id.to_string();
        let done = world.press(&link, "", &[("what", "clear"), ("seat", &seat)]).await;
        assert_eq!(done.header(header::LOCATION), format!("{link}?gjort=meld-av"));
        assert_eq!(world.said::<DelegationSeatCleared>().await[0].seat_id, second.seat_id);
        let again = world.press(&link, "", &[("what", "clear"), ("seat", &seat)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(world.get(&link).await.text.contains("4 av 4 plassar har ikkje namn enno."));
    }
}

#[tokio::test]
async fn wrong_forms_are_told_in_words_and_kept() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("lofoten").await.remove(0);
        let wrong = world.press(&link, "", &person("", "\"><script>", "konge")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Skriv inn namnet", "E-postadressa må innehalde @", "Vel ei rolle"] {
            assert_eq!(wrong.text.matches(words).count(), 2, "{words}");
        }
        assert!(!wrong.text.contains("\"><script>"));
        for name in ["a@x.no", "b@x.no"] {
            world.press(&link, "", &person("N", name, "elected")).await;
        }
        let full = world.press(&link, "", &person("N", "c@x.no", "elected")).await;
        assert!(full.text.contains("Det er ikkje fleire plassar i denne rolla."), "{}", full.text);
        let twice = world.press(&link, "", &person("N", "A@X.no", "other")).await;
        assert!(twice.text.contains("Denne adressa er alt meld på hos dykk."));
        world.press(&link, "", &person("N", "c@x.no", "other")).await;
        let full = world.press(&link, "", &person("N", "d@x.no", "other")).await;
        assert!(full.text.contains("Alle plassane har namn."));
        assert_eq!(world.said::<DelegationSeatNamed>().await.len(), 3);

        let forged = world.send(&link, "", "csrf=x&what=clear".to_owned()).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert_eq!(world.press(&link, "", &[("what", "drop table")]).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
}

#[tokio::test]
async fn a_link_that_is_not_valid_shows_nothing_whatever_is_wrong_with_it() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        let token = link.rsplit('/').next().unwrap();
        let of_nobody = world.host.keys.token(host::Purpose::Delegate, Uuid::from_u128(5), 0);
        let holder = world.host.keys.read(host::Purpose::Delegate, token).unwrap().0;
        let replaced = world.host.keys.token(host::Purpose::Delegate, holder, 1);
        let other = world.host.keys.token(host::Purpose::Manage, holder, 0);
        let mut answers = Vec::new();
        for wrong in [of_nobody, replaced, other, "x".to_owned(), format!("{token}A")] {
            let path = format!("/delegasjon/{wrong}");
            let answer = world.get(&path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
            assert!(!answer.text.contains("Namdal") && !answer.text.contains("Kari"));
            let main = answer.text.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
            answers.push(main.unwrap_or_default().to_owned());
            let pressed = world.press(&path, "", &person("N", "n@x.no", "other")).await;
            assert_eq!(pressed.status, StatusCode::NOT_FOUND);
        }
        answers.dedup();
        assert_eq!(answers.len(), 1, "the same answer for everybody");
        assert!(world.said::<DelegationSeatNamed>().await.is_empty());
    }
}

#[tokio::test]
async fn a_deputy_has_a_link_of_their_own() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        let deputy = [("what", "deputy"), ("deputy_name", "Vara"), ("deputy_email", "vara@namdal.example")];
        assert_eq!(world.press(&link, "", &deputy).await.header(header::LOCATION), format!("{link}?gjort=vara"));
        assert_eq!(world.press(&link, "", &deputy).await.status, StatusCode::UNPROCESSABLE_ENTITY, "once is enough");
        let asked = world.said::<DelegationInvited>().await;
        assert_eq!((asked.len(), asked[0].why, asked[0].email.as_str()), (1, Asking::Deputy, "vara@namdal.example"));
        let links = world.links("namdal").await;
        assert_eq!(links.len(), 2);
        world.press(&links[1], "", &person("Mari", "mari@x.no", "elected")).await;
        assert!(world.get(&links[0]).await.text.contains("Mari"), "both see the same");

        let id = world.host.keys.read(host::Purpose::Delegate, links[1].rsplit('/').next().unwrap()).unwrap().0;
        let remove = [("what", "remove"), ("holder", &*id.to_string().leak())];
        world.press(&links[1], "", &remove).await;
        assert_eq!(world.get(&links[1]).await.status, StatusCode::OK, "nobody takes their own link back by accident");
        let done = world.press(&links[0], "", &remove).await;
        assert_eq!(done.header(header::LOCATION), format!("{link}?gjort=vara-bort"));
        assert_eq!(world.get(&links[1]).await.status, StatusCode::NOT_FOUND);
        let contact = world.host.keys.read(host::Purpose::Delegate, link.rsplit('/').next().unwrap()).unwrap().0;
        world.press(&link, "", &[("what", "remove"), ("holder", &contact.to_string())]).await;
        assert_eq!(world.get(&link).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn what_people_do_themselves_is_seen_but_not_what_they_answer() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        world.press(&link, "", &person("Mari Ordførar", "mari@namdal.example", "elected")).await;
        let named = world.said::<DelegationSeatNamed>().await.remove(0);
        let event = EventId(world.gathering().await.id);
        seated(&world, &named, MARI).await;
        let changed = registration(event, MARI, 2, State::Admitted);
        world.hear(RegistrationChanged { registration: changed, what: Change::Details }).await;
        assert!(world.get(&link).await.text.contains("Har svart"));

        // She gives her place to somebody else: the seat goes along, whatever is heard first.
        let new = RegistrationId(Uuid::from_u128(78));
        let gone = registration(event, MARI, 3, State::Withdrawn);
        world.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::HandedOver, declined: None }).await;
        let mut other = registration(event, new, 1, State::Admitted);
        other.name = "Nils Vara".to_owned();
        world.hear(RegistrationAdmitted { registration: other.clone(), from_waiting_list: false }).await;
        let moved = handed_over(&named, new);
        world.hear(moved).await;
        let page = world.get(&link).await.text;
        assert!(page.contains("Nils Vara") && !page.contains("Mari"), "{page}");

        // He signs off: the seat is free.
        (other.revision, other.state) = (2, State::Withdrawn);
        world.hear(RegistrationWithdrawn { registration: other, why: Withdrawal::ByPerson, declined: None }).await;
        let page = world.get(&link).await.text;
        assert!(page.contains("4 av 4 plassar har ikkje namn enno.") && page.contains("Meld av"), "{page}");
        world.hear(RegistrationErased { registration_id: new, event_id: event }).await;
        assert!(!world.get(&link).await.text.contains("Nils Vara"));
        let rows = seat::of(&world.host.db.read, world.delegation("namdal").await.id).await.unwrap();
        assert_eq!((rows[0].name.as_str(), rows[0].email.as_str(), rows[0].role.as_str()), ("", "", "elected"));
    }
}

#[tokio::test]
async fn a_contact_sees_whom_they_named_and_not_whose_address_it_is() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        world.press(&link, "", &person("Nokon", "mari@namdal.example", "elected")).await;
        let named = world.said::<DelegationSeatNamed>().await.remove(0);
        let event = EventId(world.gathering().await.id);
        seated(&world, &named, MARI).await;
        let page = world.get(&link).await.text;
        assert!(page.contains("Nokon") && !page.contains("Mari Ordførar"), "{page}");

        // The place is given to somebody who is heard of later: nothing of who had it is kept, also when they are erased.
        let gone = registration(event, MARI, 2, State::Withdrawn);
        world.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::HandedOver, declined: None }).await;
        world.hear(RegistrationErased { registration_id: MARI, event_id: event }).await;
        let new = RegistrationId(Uuid::from_u128(78));
        world.hear(handed_over(&named, new)).await;
        let mut nils = registration(event, new, 1, State::Admitted);
        nils.name = "Nils Vara".to_owned();
        world.hear(RegistrationAdmitted { registration: nils, from_waiting_list: false }).await;
        let rows = seat::of(&world.host.db.read, world.delegation("namdal").await.id).await.unwrap();
        assert_eq!((rows[0].name.as_str(), rows[0].email.as_str(), rows[0].cleared_at), ("Nils Vara", "", None));
    }
}

#[tokio::test]
async fn a_contact_is_told_who_got_no_seat_until_they_have_one() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        world.press(&link, "", &person("Mari", "mari@namdal.example", "elected")).await;
        let page = world.get(&link).await.text;
        assert!(page.contains("Vi melder på") && !page.contains("Desse fekk ikkje plass"), "{page}");
        let named = world.said::<DelegationSeatNamed>().await.remove(0);
        let full = RegistrationSeated {
            revision: 1,
            registration_id: None,
            signed_up_before: false,
            outcome: Seating::Full,
            own_place: false,
            ..handed_over(&named, MARI)
        };
        world.hear(full).await;
        let page = world.get(&link).await.text;
        assert!(page.contains("Desse fekk ikkje plass") && page.contains("4 av 4 plassar"), "{page}");
        world.press(&link, "", &person("Mari", "mari@namdal.example", "other")).await;
        assert!(!world.get(&link).await.text.contains("Desse fekk ikkje plass"));
    }
}

#[tokio::test]
async fn who_is_erased_before_their_seat_is_known_is_forgotten_at_once() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        world.press(&link, "", &person("Mari", "mari@namdal.example", "elected")).await;
        let named = world.said::<DelegationSeatNamed>().await.remove(0);
        let event = EventId(world.gathering().await.id);
        world.hear(RegistrationErased { registration_id: MARI, event_id: event }).await;
        seated(&world, &named, MARI).await;
        let rows = seat::of(&world.host.db.read, world.delegation("namdal").await.id).await.unwrap();
        assert_eq!((rows[0].name.as_str(), rows[0].email.as_str(), rows[0].cleared_at.is_some()), ("", "", true));
    }
}

#[tokio::test]
async fn a_seat_that_is_handed_over_twice_has_who_came_last_in_any_order_of_messages() {
    for kind in KINDS {
        for late in [[0, 2, 1], [2, 1, 0], [1, 0, 2]] {
            let world = gathered(kind).await;
            let link = world.links("namdal").await.remove(0);
            world.press(&link, "", &person("Mari", "mari@namdal.example", "elected")).await;
            let named = world.said::<DelegationSeatNamed>().await.remove(0);
            let event = EventId(world.gathering().await.id);
            let ids = [MARI, RegistrationId(Uuid::from_u128(78)), RegistrationId(Uuid::from_u128(79))];
            // All that is told of the registrations first, and what became of the seat in any order.
            for (n, id) in ids.into_iter().enumerate() {
                let mut one = registration(event, id, 1, State::Admitted);
                one.name = format!("Person {n}");
                world.hear(RegistrationAdmitted { registration: one.clone(), from_waiting_list: false }).await;
                if n < 2 {
                    (one.revision, one.state) = (2, State::Withdrawn);
                    world
                        .hear(RegistrationWithdrawn { registration: one, why: Withdrawal::HandedOver, declined: None })
                        .await;
                }
            }
            for n in late {
                let outcome = if n == 0 { Seating::Seated } else { Seating::HandedOver };
                world
                    .hear(RegistrationSeated {
                        seat_id: named.seat_id,
                        revision: u32::try_from(n + 1).unwrap(),
                        delegation_id: named.allotted.delegation_id,
                        event_id: event,
                        registration_id: Some(ids[n]),
                        signed_up_before: false,
                        language: Language::Nn,
                        member: named.member.clone(),
                        outcome,
                        own_place: false,
                    })
                    .await;
            }
            let rows = seat::of(&world.host.db.read, world.delegation("namdal").await.id).await.unwrap();
            assert_eq!((rows[0].registration, rows[0].cleared_at), (Some(ids[2].0), None), "{late:?}");
        }
    }
}

#[tokio::test]
async fn seats_without_a_name_are_released_on_their_day_and_a_leaver_after_it_leaves_no_seat() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("namdal").await.remove(0);
        world.press(&link, "", &person("Mari", "mari@x.no", "elected")).await;
        world.turn_clock("2027-04-11T21:59:00Z").await;
        assert_eq!(world.said::<DelegationAllotted>().await.len(), 3);
        world.turn_clock("2027-04-11T22:00:00Z").await;
        world.turn_clock("2027-04-11T22:10:00Z").await;
        let allotted = world.said::<DelegationAllotted>().await;
        assert_eq!(allotted.len(), 6, "each delegation once");
        let namdal = world.delegation("namdal").await;
        let last = allotted.iter().rfind(|one| one.delegation_id.0 == namdal.id).unwrap();
        assert_eq!((last.seats, last.revision, last.roles[0].seats), (1, 2, 1));
        let page = world.get(&link).await.text;
        assert!(page.contains("Alle plassane dykkar har namn.") && page.contains("er ledige for alle no"), "{page}");
        let seat = world.said::<DelegationSeatNamed>().await[0].seat_id.to_string();
        let mut fields = person("Nils", "nils@x.no", "elected").to_vec();
        fields.push(("instead_of", &seat));
        assert!(world.press(&link, "", &fields).await.header(header::LOCATION).ends_with("bytt"));
        let seat = world.said::<DelegationSeatNamed>().await[1].seat_id.to_string();
        world.press(&link, "", &[("what", "clear"), ("seat", &seat)]).await;
        assert_eq!(world.delegation("namdal").await.seats, 0);
        world.host.clock.set("2027-04-27T08:00:00Z".parse().unwrap());
        let late = world.press(&link, "", &person("Liv", "liv@x.no", "other")).await;
        assert!(late.text.contains("Det er for seint å endre noko her."), "{}", late.text);
    }
}

#[tokio::test]
async fn a_member_that_declines_gives_everything_back() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let link = world.links("lofoten").await.remove(0);
        world.press(&link, "", &person("Mari", "mari@x.no", "elected")).await;
        let unsure = world.press(&link, "", &[("what", "decline")]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = world.press(&link, "", &[("what", "decline"), ("sure", "yes")]).await;
        assert!(done.header(header::LOCATION).ends_with("avslag"));
        assert_eq!(world.said::<DelegationSeatCleared>().await.len(), 1);
        assert_eq!(world.said::<DelegationAllotted>().await.last().unwrap().seats, 0);
        let organiser = world.signed_in("distriktssenteret", Role::Editor);
        assert!(world.look(&format!("{ORGANISER}?status=declined"), &organiser).await.text.contains("Aust Lofoten"));
    }
}
