use super::world::{Answer, ORGANISER, World, gathered, registration};
use crate::clock;
use crate::store::look::{self, Looked};
use crate::store::plan::{self, Model};
use axum::http::{StatusCode, header};
use host::testing::KINDS;
use proto::account::Role;
use proto::gathering::{DelegationSeatNamed, PlanPlaced, RegistrationSeated, Seating};
use proto::registration::{
    Claim, ClaimState, RegistrationAdmitted, RegistrationErased, RegistrationWithdrawn, State, Withdrawal,
};
use proto::{EventId, Language, RegistrationId};
use uuid::Uuid;

const PLANS: &str = "/arrangor/samling/byregionar-2027/planar";

fn id(number: u128) -> RegistrationId {
    RegistrationId(Uuid::from_u128(number))
}

/// Has a member name somebody, who gets the seat as this sign-up.
async fn comes(world: &World, member: &str, number: u128, role: &str) {
    let link = world.links(member).await.remove(0);
    let email = format!("{number}@x.no");
    let fields = [("what", "name"), ("name", "N"), ("email", email.as_str()), ("role", role), ("language", "nn")];
    let done = world.press(&link, "", &fields).await;
    assert!(done.header(header::LOCATION).ends_with("gjort=namn"), "{}", done.text);
    let named = world.said::<DelegationSeatNamed>().await.pop().unwrap();
    signs_up(world, number, &[]).await;
    world
        .hear(RegistrationSeated {
            seat_id: named.seat_id,
            revision: 1,
            delegation_id: named.allotted.delegation_id,
            event_id: named.allotted.event_id,
            registration_id: Some(id(number)),
            signed_up_before: false,
            language: Language::Nn,
            member: named.member,
            outcome: Seating::Seated,
            own_place: false,
        })
        .await;
}

/// Somebody called after their number signs up, and has these choices besides.
async fn signs_up(world: &World, number: u128, choices: &[proto::PoolId]) {
    let mut registration = registration(EventId(world.gathering().await.id), id(number), 1, State::Admitted);
    registration.name = format!("Person {number}.");
    registration.choices = choices.iter().map(|pool| Claim { pool_id: *pool, state: ClaimState::Held }).collect();
    world.hear(RegistrationAdmitted { registration, from_waiting_list: false }).await;
}

async fn withdraws(world: &World, number: u128) {
    let registration = registration(EventId(world.gathering().await.id), id(number), 2, State::Withdrawn);
    world.hear(RegistrationWithdrawn { registration, why: Withdrawal::ByPerson, declined: None }).await;
}

/// What a form for a plan sends: a dinner with so many at a table.
fn wish(size: &str) -> Vec<(&str, &str)> {
    vec![
        ("kind", "tables"),
        ("name_nn", "Middag <b>"),
        ("name_nb", "Middag"),
        ("size", size),
        ("mixing", "spread"),
        ("heirs", "yes"),
        ("elected", "yes"),
    ]
}

async fn made(world: &World, editor: &str, wish: &[(&str, &str)]) -> String {
    let done = world.press(PLANS, editor, wish).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    done.header(header::LOCATION).split('?').next().unwrap().to_owned()
}

async fn kept(world: &World) -> Model {
    plan::of(&world.host.db.read, world.gathering().await.id).await.unwrap().pop().unwrap()
}

/// Presses a button on the page of a plan as it is now.
async fn press(world: &World, at: &str, editor: &str, fields: &[(&str, &str)]) -> Answer {
    let revision = kept(world).await.revision.to_string();
    let mut fields = fields.to_vec();
    fields.push(("revision", &revision));
    world.press(at, editor, &fields).await
}

/// Who sits where, by number.
async fn seats(world: &World) -> Vec<(u128, u32)> {
    let seated = kept(world).await.arrangement.0.seated();
    seated.into_iter().map(|(person, table)| (person.as_u128(), table)).collect()
}

fn told(said: &[PlanPlaced]) -> Vec<(u128, Option<u32>, Option<u32>, u32)> {
    let mut told: Vec<_> =
        said.iter().map(|one| (one.registration_id.0.as_u128(), one.table, one.before, one.revision)).collect();
    told.sort_unstable();
    told
}

/// A gathering with four people: two of Namdal, one of Lofoten, and one who comes alone.
async fn four(kind: host::testing::Kind) -> (World, String) {
    let world = gathered(kind).await;
    comes(&world, "namdal", 1, "elected").await;
    comes(&world, "namdal", 2, "professional").await;
    comes(&world, "lofoten", 3, "elected").await;
    signs_up(&world, 4, &[]).await;
    let editor = world.signed_in("distriktssenteret", Role::Editor);
    (world, editor)
}

#[tokio::test]
async fn an_organiser_makes_a_plan_and_changes_it_by_hand() {
    for kind in KINDS {
        let (world, editor) = four(kind).await;
        let page = world.look(PLANS, &editor).await;
        assert!(page.text.contains("4 personar har plass på samlinga."), "{}", page.text);
        let wrong = world.press(PLANS, &editor, &[("kind", "hall"), ("size", "0"), ("tables", "many")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Vel bord eller grupper", "Skriv kva planen heiter", "frå 1 til 100", "frå 1 til 300"] {
            assert!(wrong.text.contains(words), "{words}: {}", wrong.text);
        }
        let at = made(&world, &editor, &wish("2")).await;
        let sits = seats(&world).await;
        assert_eq!(sits.len(), 4);
        assert_ne!(sits[0].1, sits[1].1, "those of Namdal are spread");
        assert_ne!(sits[0].1, sits[2].1, "so are those who are elected");
        let page = world.look(&at, &editor).await.text;
        for words in ["Middag &lt;b&gt;", "Person 1.", "Region Namdal", "Utan delegasjon", "Sei frå til 4 personar"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("<b>"));

        let one = id(1).to_string();
        let chosen = world.look(&format!("{at}?person={one}"), &editor).await.text;
        assert!(chosen.contains("Flytt Person 1."), "{chosen}");
        let there = if sits[0].1 == 1 { "2" } else { "1" };
        let full = press(&world, &at, &editor, &[("what", "move"), ("person", &one), ("table", there)]).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.text.contains("Det er fullt der."), "{}", full.text);
        let other = sits.iter().find(|(_, table)| *table != sits[0].1).unwrap();
        let two = id(other.0).to_string();
        press(&world, &at, &editor, &[("what", "swap"), ("person", &one), ("other", &two)]).await;
        let swapped = seats(&world).await;
        assert_eq!((swapped[0].1, sits[0].1), (other.1, if other.1 == 1 { 2 } else { 1 }));
        press(&world, &at, &editor, &[("what", "lock"), ("person", &one)]).await;
        let locked = press(&world, &at, &editor, &[("what", "move"), ("person", &one), ("table", "none")]).await;
        assert!(locked.text.contains("Lås opp først."), "{}", locked.text);
        for _ in 0..3 {
            press(&world, &at, &editor, &[("what", "anew")]).await;
            assert_eq!(seats(&world).await[0], swapped[0], "who is locked stays");
        }

        let old = (kept(&world).await.revision - 1).to_string();
        let stale = world.press(&at, &editor, &[("what", "add"), ("revision", &old)]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(stale.text.contains("Planen er endra sidan du opna sida"), "{}", stale.text);
        assert_eq!(kept(&world).await.arrangement.0.tables.len(), 2, "nothing was done");
    }
}

#[tokio::test]
async fn a_plan_follows_those_who_come_and_go() {
    for kind in KINDS {
        let (world, editor) = four(kind).await;
        let at = made(&world, &editor, &wish("3")).await;
        let before = seats(&world).await;
        withdraws(&world, 2).await;
        let page = world.look(&at, &editor).await.text;
        assert!(page.contains("kjem ikkje. Plassen er tom."), "{page}");
        comes(&world, "lofoten", 5, "other").await;
        comes(&world, "namdal", 6, "professional").await;
        let now = seats(&world).await;
        assert_eq!(now[1..3], before[2..4], "nobody else is moved");
        assert_eq!(now[3..], [(6, before[1].1)], "whom Namdal sends instead sits there, and the other waits");
        let page = world.look(&at, &editor).await.text;
        assert!(
            page.contains("Person 6. kjem i staden for ein annan frå same medlem.")
                && page.contains("Finn plass til 1 ny")
        );
        let done = press(&world, &at, &editor, &[("what", "fill")]).await;
        assert!(done.header(header::LOCATION).ends_with("gjort=fylt&tal=1"));
        let filled = seats(&world).await;
        assert!(now.iter().all(|sits| filled.contains(sits)) && filled.len() == 5);
        press(&world, &at, &editor, &[("what", "seen")]).await;
        assert!(!world.look(&at, &editor).await.text.contains("Endra sidan sist"));

        let event_id = EventId(world.gathering().await.id);
        world.hear(RegistrationErased { registration_id: id(3), event_id }).await;
        let page = world.look(&at, &editor).await.text;
        assert!(
            !page.contains("Person 3.") && page.contains("Ein person som ikkje er med lenger kjem ikkje."),
            "{page}"
        );
        let print = world.look(&format!("{at}/utskrift"), &editor).await.text;
        assert!(!print.contains("Person 3.") && print.contains("Person 6.") && print.contains("Alle etter namn"));
        world.host.clock.set("2027-12-28T15:00:00Z".parse().unwrap());
        clock::forget(world.host.clone()).await.unwrap();
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        assert_eq!(world.look(&at, &editor).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn only_those_are_told_whose_table_is_another() {
    for kind in KINDS {
        let (world, editor) = four(kind).await;
        let at = made(&world, &editor, &wish("4")).await;
        assert!(world.said::<PlanPlaced>().await.is_empty(), "nobody is told before an organiser says so");
        let done = press(&world, &at, &editor, &[("what", "tell")]).await;
        assert!(done.header(header::LOCATION).ends_with("gjort=sagt&tal=4"), "{}", done.text);
        let said = world.said::<PlanPlaced>().await;
        assert_eq!(told(&said), [1, 2, 3, 4].map(|person| (person, Some(1), None, 1)));
        assert_eq!(said[0].name.get(Language::Nn), "Middag <b>");
        let done = press(&world, &at, &editor, &[("what", "tell")]).await;
        assert!(done.header(header::LOCATION).ends_with("gjort=sagt&tal=0"), "nothing is new for anybody");

        press(&world, &at, &editor, &[("what", "add")]).await;
        let (one, three) = (id(1).to_string(), id(3).to_string());
        press(&world, &at, &editor, &[("what", "move"), ("person", &one), ("table", "2")]).await;
        press(&world, &at, &editor, &[("what", "move"), ("person", &three), ("table", "none")]).await;
        withdraws(&world, 2).await;
        let page = world.look(&at, &editor).await.text;
        assert!(page.contains("Sei frå til 2 personar"), "{page}");
        press(&world, &at, &editor, &[("what", "tell")]).await;
        let said = world.said::<PlanPlaced>().await;
        assert_eq!(told(&said[4..]), [(1, Some(2), Some(1), 2), (3, None, Some(1), 2)]);

        let unsure = press(&world, &at, &editor, &[("what", "remove")]).await;
        assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = press(&world, &at, &editor, &[("what", "remove"), ("sure", "yes")]).await;
        assert_eq!(done.header(header::LOCATION), format!("{PLANS}?gjort=sletta"));
        let said = world.said::<PlanPlaced>().await;
        assert_eq!(told(&said[6..]), [(1, None, Some(2), 3), (4, None, Some(1), 3)]);
        assert_eq!(world.look(&at, &editor).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_dinner_is_for_those_who_have_chosen_it() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let choice =
            "[[sign_up.choices]]\nkey = \"middag\"\nlabel = { nn = \"Middag\", nb = \"Middag\" }\n\n[delegations]";
        world.import(&super::world::FILE.replace("[delegations]", choice)).await;
        let dinner = world.gathering().await.event().choices().next().unwrap().id;
        signs_up(&world, 1, &[dinner]).await;
        signs_up(&world, 2, &[]).await;
        let editor = world.signed_in("distriktssenteret", Role::Editor);
        assert!(world.look(PLANS, &editor).await.text.contains("Dei som har valt Middag"));
        let chosen = dinner.to_string();
        let mut wish = wish("8");
        wish.push(("choice", &chosen));
        made(&world, &editor, &wish).await;
        assert_eq!(seats(&world).await, [(1, 1)]);
    }
}

#[tokio::test]
async fn plans_are_seen_by_those_who_may_see_people_and_changed_by_editors() {
    for kind in KINDS {
        let (world, editor) = four(kind).await;
        let at = made(&world, &editor, &wish("2")).await;
        let signed_in = |organisation, role| world.signed_in(organisation, role);
        let numbers = signed_in("distriktssenteret", Role::Numbers);
        let reader = signed_in("distriktssenteret", Role::Reader);
        let other = signed_in("narvik-kommune", Role::Owner);
        for path in [PLANS.to_owned(), at.clone(), format!("{at}/utskrift"), format!("{at}/bordkort")] {
            let seen = world.look(&path, &reader).await;
            assert!(seen.status == StatusCode::OK && !seen.text.contains("<form method=\"post\" action=\"/arrangor"));
            for cookie in [&numbers, &other] {
                assert_eq!(world.look(&path, cookie).await.status, StatusCode::NOT_FOUND, "{path}");
            }
        }
        assert!(!world.look(ORGANISER, &numbers).await.text.contains(PLANS));
        let revision = kept(&world).await.revision.to_string();
        let add = [("what", "add"), ("revision", revision.as_str())];
        assert_eq!(world.press(&at, &reader, &add).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.press(&at, &numbers, &add).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.press(PLANS, &reader, &wish("2")).await.status, StatusCode::NOT_FOUND);
        let forged = world.send(&at, &editor, "csrf=x&what=tell&revision=1".to_owned()).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        for path in [format!("{PLANS}/x"), format!("{PLANS}/{}", Uuid::nil())] {
            assert_eq!(world.look(&path, &editor).await.status, StatusCode::NOT_FOUND);
        }
        world.look("/arrangor/nettverk/byregionprogrammet.csv", &reader).await;
        let looks = look::about(&world.host.db.read, "byregionar-2027").await.unwrap();
        assert!(looks.iter().any(|look| look.what == Looked::Plan && look.people == 4));
        assert!(looks.iter().any(|look| look.what == Looked::PlanPrinted));
        let looks = look::about(&world.host.db.read, "byregionprogrammet").await.unwrap();
        assert_eq!(looks.iter().map(|look| (look.what, look.people)).collect::<Vec<_>>(), [(Looked::Members, 3)]);
    }
}

#[test]
fn everything_that_can_have_been_done_and_every_refusal_has_words() {
    let text = crate::templates(&text::Text::new());
    let done = crate::pages::plan_words();
    for key in done {
        for language in Language::ALL {
            let word = text.word(language, &key, &[("count", 2_u32.into())]);
            assert!(!word.is_empty() && !word.contains(&key), "{key} in {language}");
        }
    }
}
