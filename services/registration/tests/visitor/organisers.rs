//! What organisers do about the sign-ups of others, in pages.

use crate::world::{DINNER, FORM, WALK, World, event, right};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::EventId;
use proto::account::{EventRole, Role};
use proto::registration::State;
use registration::store::audit::{self, Action};
use registration::store::registration::State as Stands;
use uuid::Uuid;

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const OWN: &str = "distriktssenteret";

/// Two with places, and one who waits.
async fn with_people(kind: host::testing::Kind) -> World {
    let world = World::new(kind).await;
    for (name, email) in [("Åse", "a@x.no"), ("Berit", "b@x.no"), ("Cato", "c@x.no")] {
        let answer = world.post(FORM, &right(&[("name", name), ("email", email)])).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    world
}

/// What was done, looks left out, first things first.
async fn deeds(world: &World) -> Vec<(Action, Option<Uuid>)> {
    let mut rows = audit::of_event(&world.host.db.read, event().id).await.expect("a database");
    rows.reverse();
    rows.retain(|row| !matches!(row.action, Action::Person | Action::Sensitive | Action::List | Action::Search));
    rows.into_iter().map(|row| (row.action, row.registration_id)).collect()
}

#[tokio::test]
async fn each_page_and_each_act_is_for_editors_of_the_event() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let waiting = format!("{LIST}/{}", world.rows().await[2].id);
        let paths = ["plass", "godkjenn", "avslag", "endre", "lenkje", "meld-av"].map(|act| format!("{waiting}/{act}"));
        let paths: Vec<String> = paths.into_iter().chain([format!("{LIST}/ny")]).collect();
        for role in Role::ALL {
            let may = role.includes(Role::Editor);
            let at = |event, organisation: &str| EventRole { event, organisation: organisation.to_owned(), role };
            for path in &paths {
                for (answer, may) in [
                    (world.get_as(path, OWN, role).await, may),
                    (world.get_at(path, &at(event().id, OWN)).await, may),
                    (world.get_at(path, &at(EventId(Uuid::from_u128(4711)), OWN)).await, false),
                    (world.get_as(path, "byliv", role).await, false),
                    (world.get_as(path, "visit", role).await, false),
                ] {
                    assert_eq!(answer.status != StatusCode::NOT_FOUND, may, "{path} {role:?} {}", answer.status);
                }
                for other in ["byliv", "visit"] {
                    let answer = world.post_as(path, other, role, &[]).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} {role:?} {other}");
                }
                if !may {
                    let answer = world.post_as(path, OWN, role, &[]).await;
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} {role:?}");
                }
            }
        }
        for path in &paths {
            assert!(world.get(path).await.location().starts_with("/arrangor/logg-inn?til="), "{path}");
        }
        assert!(deeds(&world).await.is_empty());
        for path in
            [format!("{waiting}/x"), format!("{LIST}/{}/meld-av", Uuid::from_u128(1)), format!("{LIST}/x/endre")]
        {
            assert_eq!(world.get_as(&path, OWN, Role::Owner).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(world.post_as(&path, OWN, Role::Owner, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let list = world.get_as(LIST, OWN, Role::Reader).await;
        list.says_not("/ny\"");
        world.get_as(LIST, OWN, Role::Editor).await.says("/ny\"");
        world.get_as(&waiting, OWN, Role::Reader).await.says_not("meld-av");
    }
}

#[tokio::test]
async fn somebody_is_signed_off_after_being_told_what_it_leads_to() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let rows = world.rows().await;
        let person = format!("{LIST}/{}", rows[0].id);
        world.get_as(&person, OWN, Role::Editor).await.says(&format!("{person}/meld-av"));
        let asked = world.get_as(&format!("{person}/meld-av"), OWN, Role::Editor).await;
        asked.says("Plassen går til den neste på ventelista");
        asked.says("<bdi>Åse</bdi>");
        assert_eq!(asked.header("cache-control"), "no-store");
        for _ in 0..2 {
            let done = world.post_as(&format!("{person}/meld-av"), OWN, Role::Editor, &[]).await;
            assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, &*format!("{person}?gjort=meld-av")));
        }
        let page = world.get_as(&format!("{person}?gjort=meld-av"), OWN, Role::Editor).await;
        for text in ["Personen er meld av", "vart meld av av arrangøren", "Avmeld"] {
            page.says(text);
        }
        page.says_not("/meld-av\"");
        let states: Vec<Stands> = world.rows().await.iter().map(|row| row.state).collect();
        assert_eq!(states, [Stands::Withdrawn, Stands::Admitted, Stands::Admitted]);
        assert_eq!(deeds(&world).await, [(Action::SignedOff, Some(rows[0].id))]);
        let seen = world.get_as(&format!("{LIST}/innsyn"), OWN, Role::Owner).await;
        seen.says("Melde av ein person");
        let said = world.said().await;
        assert_eq!(said.iter().filter(|name| *name == "registration.withdrawn.v1").count(), 1);
    }
}

#[tokio::test]
async fn nobody_gets_a_place_that_is_not_there() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let rows = world.rows().await;
        let place = format!("{LIST}/{}/plass", rows[2].id);
        let asked = world.get_as(&place, OWN, Role::Owner).await;
        asked.says("Det er ikkje ledig plass");
        asked.says_not("<button class=\"ds-button\" data-color=\"accent\"");
        let full = world.post_as(&place, OWN, Role::Owner, &[]).await;
        assert_eq!(full.status, StatusCode::CONFLICT);
        full.says("Det blir aldri gitt fleire plassar enn det er");
        assert_eq!(world.rows().await[2].state, Stands::Waiting);
        assert!(deeds(&world).await.is_empty());
        // More places are made, and the first in the queue has one at once: there is nothing left to do.
        let mut larger = event();
        larger.revision = 2;
        larger.sign_up.pools[0].capacity = Some(3);
        world.publish(&larger).await;
        let done = world.post_as(&place, OWN, Role::Owner, &[]).await;
        assert!(done.location().ends_with("?gjort=plass"), "{}", done.status);
        assert_eq!(world.rows().await[2].state, Stands::Admitted);
    }
}

#[tokio::test]
async fn what_somebody_chose_is_changed_and_the_link_sent_again() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let row = world.rows().await[1].clone();
        let person = format!("{LIST}/{}", row.id);
        let change = format!("{person}/endre");
        let (walk, dinner) = (WALK.to_string(), DINNER.to_string());
        let form = world.get_as(&change, OWN, Role::Editor).await;
        form.says("Byvandring");
        form.says_not("checked");
        let clash = world.post_as(&change, OWN, Role::Editor, &[("choice", &walk), ("choice", &dinner)]).await;
        assert_eq!(clash.status, StatusCode::UNPROCESSABLE_ENTITY);
        clash.says("checked");
        let strange = world.post_as(&change, OWN, Role::Editor, &[("choice", "' OR 1=1")]).await;
        assert_eq!(strange.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = world.post_as(&change, OWN, Role::Editor, &[("choice", &walk)]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, &*format!("{person}?gjort=endra")));
        let page = world.get_as(&person, OWN, Role::Editor).await;
        page.says("Byvandring");
        page.says("Volda");
        world
            .get_as(&change, OWN, Role::Editor)
            .await
            .says(&format!("value=\"{walk}\" aria-describedby=\"choice-{walk}-hint\" checked"));

        let link = world.post_as(&format!("{person}/lenkje"), OWN, Role::Editor, &[]).await;
        assert!(link.location().ends_with("?gjort=lenkje"));
        assert_eq!(world.said().await.last().map(String::as_str), Some("registration.repeated.v1"));
        let done = [(Action::Moved, Some(row.id)), (Action::LinkSent, Some(row.id))];
        assert_eq!(deeds(&world).await, done);
        // Whoever has had everything deleted gets no letter.
        let own = world.link(&row);
        world.post(&format!("{own}/meld-av"), &[]).await;
        world.post(&format!("{own}/slett"), &[]).await;
        let gone = world.post_as(&format!("{person}/lenkje"), OWN, Role::Editor, &[]).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn somebody_is_signed_up_by_hand_and_answers_for_themselves() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let new = format!("{LIST}/ny");
        let page = world.get_as(&new, OWN, Role::Editor).await;
        page.says("Meld på ein person");
        page.says("Samtykke og svar om mat og tilrettelegging kan berre personen sjølv gi");
        page.says_not("Kva må kjøkenet vite?");
        let wrong =
            world.post_as(&new, OWN, Role::Editor, &[("email", "kari@kommune.no"), ("q-municipality", "Vollda")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("value=\"kari@kommune.no\"");
        wrong.says("value=\"Vollda\"");
        wrong.says("Skriv inn namnet");
        wrong.says_not("Skriv inn namnet ditt");
        assert!(world.rows().await.is_empty());
        let id = Uuid::from_u128(31).to_string();
        let typed = |name: &'static str, email: &'static str| {
            [
                ("name", name),
                ("email", email),
                ("language", "sv"),
                ("q-kitchen", "Egg"),
                ("q-municipality", "Volda kommune"),
            ]
        };
        let fields: Vec<(&str, &str)> =
            typed("Kari", "kari@kommune.no").into_iter().chain([("submission", &*id)]).collect();
        let done = world.post_as(&new, OWN, Role::Editor, &fields).await;
        let row = world.rows().await[0].clone();
        let person = format!("{LIST}/{}", row.id);
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, &*format!("{person}?gjort=ny")));
        assert_eq!((row.name.as_str(), row.language.as_str()), ("Kari", "sv"));
        // What few may see is not taken from others, also where a form is made up.
        world.get_as(&format!("{person}?vis=behov"), OWN, Role::Owner).await.says_not("Egg");
        world.get_as(&person, OWN, Role::Owner).await.says("Volda");
        let again = world.post_as(&new, OWN, Role::Editor, &fields).await;
        assert_eq!(again.location(), format!("{person}?gjort=ny"));
        let known = world.post_as(&new, OWN, Role::Owner, &typed("Kari N.", "KARI@kommune.no")).await;
        assert_eq!(known.location(), format!("{person}?gjort=kjend"));
        world.get_as(known.location(), OWN, Role::Owner).await.says("Adressa er meld på frå før");
        world.post_as(&new, OWN, Role::Owner, &typed("Ola", "ola@kommune.no")).await;
        let waits = world.post_as(&new, OWN, Role::Owner, &typed("Per", "per@kommune.no")).await;
        assert!(waits.location().ends_with("?gjort=ventar"), "{}", waits.location());
        world.get_as(&new, OWN, Role::Owner).await.says("Alle plassane er tekne, så personen kjem på venteliste");
        let rows = world.rows().await;
        assert_eq!(rows.len(), 3);
        assert_eq!(deeds(&world).await, [0, 1, 2].map(|n| (Action::Added, Some(rows[n].id))));
        assert_eq!(proto::registration::State::from(rows[2].state), State::Waiting);
        world.cancel().await;
        world.get_as(&new, OWN, Role::Owner).await.says("Arrangementet er avlyst");
        let late = world.post_as(&new, OWN, Role::Owner, &typed("Eva", "eva@kommune.no")).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        world.get_as(LIST, OWN, Role::Owner).await.says_not("/ny\"");
    }
}

const SEVERAL: &str = "/arrangor/pameldingar/levande-sentrum/fleire";

#[tokio::test]
async fn several_are_acted_on_by_editors_of_the_event_only() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let ids: Vec<String> = world.rows().await.iter().map(|row| row.id.to_string()).collect();
        let act: Vec<(&str, &str)> = vec![("gjer", "meld-av"), ("stadfest", "ja"), ("id", &ids[0])];
        for role in Role::ALL {
            let may = role.includes(Role::Editor);
            let here = EventRole { event: event().id, organisation: OWN.to_owned(), role };
            let elsewhere = EventRole { event: EventId(Uuid::from_u128(4711)), ..here.clone() };
            for (answer, may) in [
                (world.get_as(SEVERAL, OWN, role).await, may),
                (world.get_at(SEVERAL, &here).await, may),
                (world.get_at(SEVERAL, &elsewhere).await, false),
                (world.get_as(SEVERAL, "byliv", role).await, false),
                (world.get_as(SEVERAL, "visit", role).await, false),
                (world.post_as(SEVERAL, OWN, role, &[("gjer", "kom")]).await, may),
                (world.post_as(SEVERAL, "byliv", role, &act).await, false),
                (world.post_at(SEVERAL, &elsewhere, &act).await, false),
            ] {
                assert_eq!(answer.status != StatusCode::NOT_FOUND, may, "{role:?} {}", answer.status);
            }
            if !may {
                assert_eq!(world.post_as(SEVERAL, OWN, role, &act).await.status, StatusCode::NOT_FOUND, "{role:?}");
            }
        }
        assert!(deeds(&world).await.is_empty());
        world.get_as(LIST, OWN, Role::Reader).await.says_not("/fleire");
        world.get_as(&format!("{LIST}?status=waiting"), OWN, Role::Editor).await.says("/fleire?status=waiting\"");
        // What is searched for stands in no address on the way.
        let found = world.post_as(LIST, OWN, Role::Editor, &[("sok", "berit")]).await;
        found.says("formaction=\"/arrangor/pameldingar/levande-sentrum/fleire\"");
        found.says_not("/fleire?");
        let asked = world.get_as(SEVERAL, OWN, Role::Editor).await;
        asked.says("value=\"meld-av\"");
        asked.says_not("value=\"godkjenn\"");
    }
}

#[tokio::test]
async fn it_is_shown_first_whom_it_concerns_and_two_organisers_do_it_once() {
    for kind in KINDS {
        let world = with_people(kind).await;
        let rows = world.rows().await;
        let ids: Vec<String> = rows.iter().map(|row| row.id.to_string()).collect();
        world
            .get_as(&format!("{SEVERAL}?status=admitted"), OWN, Role::Editor)
            .await
            .says("Utvalet frå lista har 2 personar");
        let preview = world.post_as(SEVERAL, OWN, Role::Editor, &[("gjer", "kom")]).await;
        preview.says("Du kan notere at 2 personar kom.");
        preview.says("<bdi>Cato</bdi></a>: har ikkje plass");
        assert_eq!(preview.header("cache-control"), "no-store");
        assert!(deeds(&world).await.is_empty(), "looking does nothing");
        let came = [("gjer", "kom"), ("stadfest", "ja"), ("id", &*ids[0]), ("id", &*ids[2])];
        let done = world.post_as(SEVERAL, OWN, Role::Editor, &came).await;
        done.says("Det er notert at 1 person kom.");
        done.says("<bdi>Cato</bdi></a>: har ikkje plass");
        let again = world.post_as(SEVERAL, OWN, Role::Owner, &came).await;
        again.says("Det er notert at 0 personar kom.");
        again.says("<bdi>Åse</bdi></a>: er notert som møtt");
        let back = [("gjer", "kom-ikkje"), ("stadfest", "ja"), ("id", &*ids[0]), ("id", &*ids[1])];
        let taken = world.post_as(SEVERAL, OWN, Role::Owner, &back).await;
        taken.says("Det er notert at 1 person ikkje kom likevel.");
        taken.says("<bdi>Berit</bdi></a>: er ikkje notert som møtt");

        let none = world.post_as(SEVERAL, OWN, Role::Editor, &[("gjer", "meld-av"), ("stadfest", "ja")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        none.says("Kryss av for minst éin person");
        let switched = [("gjer", "meld-av"), ("stadfest", "ja"), ("id", &*ids[1]), ("language_switch", "form")];
        world.post_as(SEVERAL, OWN, Role::Editor, &switched).await.says(&format!("value=\"{}\" checked", ids[1]));
        let off = [("gjer", "meld-av"), ("stadfest", "ja"), ("id", &*ids[0]), ("id", &*ids[1]), ("id", "x")];
        let (one, other) = tokio::join!(
            world.post_as(SEVERAL, OWN, Role::Editor, &off),
            world.post_as(SEVERAL, OWN, Role::Owner, &off)
        );
        let counted = |answer: &crate::world::Answer| {
            (0..=2).find(|n| {
                answer.body.contains(&format!("{n} person er meld av."))
                    || answer.body.contains(&format!("{n} personar er melde av."))
            })
        };
        assert_eq!(counted(&one).unwrap() + counted(&other).unwrap(), 2);
        let states: Vec<Stands> = world.rows().await.iter().map(|row| row.state).collect();
        assert_eq!(states, [Stands::Withdrawn, Stands::Withdrawn, Stands::Admitted]);
        let said = world.said().await;
        assert_eq!(said.iter().filter(|name| *name == "registration.withdrawn.v1").count(), 2);
        let deeds = deeds(&world).await;
        let of = |action| deeds.iter().filter(|(done, _)| *done == action).count();
        assert_eq!([Action::Attended, Action::NotAttended, Action::SignedOff].map(of), [1, 1, 2]);
        // Somebody of another event is not among them.
        let strange = Uuid::from_u128(4711).to_string();
        let nobody = [("gjer", "meld-av"), ("stadfest", "ja"), ("id", &*strange)];
        world.post_as(SEVERAL, OWN, Role::Owner, &nobody).await.says("0 personar er melde av.");
    }
}
