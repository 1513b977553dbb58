//! A person's own page.

use crate::world::{FORM, World, at, event, right};
use axum::http::StatusCode;
use host::Purpose;
use host::testing::KINDS;
use proto::event::WaitingMode;
use proto::registration::RegistrationRepeated;
use registration::store::registration::State;
use uuid::Uuid;

#[tokio::test]
async fn everything_held_is_shown_and_can_be_taken_along() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let page = world.get(&link).await;
        for text in [
            "Du er påmeld.",
            "Kari Nordmann",
            "kari@kommune.no",
            "Eg møter opp",
            "vegetar",
            "Volda (Møre og Romsdal)",
            "webcal://",
        ] {
            page.says(text);
        }
        page.says("/webinar/levande-sentrum/delta/");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(page.header("x-robots-tag").contains("noindex"));

        let file = world.get(&format!("{link}/data.json")).await;
        assert_eq!(file.json()["registration"]["name"], "Kari Nordmann");
        assert!(file.body.contains("vegetar"), "sensitive answers are the person's own");
        assert!(file.header("content-disposition").starts_with("attachment"));
    }
}

#[tokio::test]
async fn what_was_told_can_be_changed_but_not_to_something_wrong() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let path = format!("{link}/endre");
        let form = world.get(&path).await;
        form.says("value=\"vegetar\"");
        form.says("value=\"Volda (Møre og Romsdal)\"");
        let fields = right(&[("name", "Kari Ås"), ("language", "sv"), ("q-attend", "online"), ("q-kitchen", "x")]);
        let wrong = world.post(&path, &right(&[("name", "\n"), ("language", "de"), ("q-nights", "x")])).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("Skriv inn namnet ditt");
        wrong.says("Språk i e-postane: Vel nn, nb, sv eller en");
        wrong.says("aria-describedby=\"language-problem\"");
        wrong.says("id=\"language-problem\"");
        wrong.says("name=\"language\" value=\"nn\" aria-invalid=\"true\"");
        assert_eq!(world.rows().await[0].name, "Kari Nordmann");

        let done = world.post(&path, &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let page = world.get(done.location()).await;
        page.says("Endringa er lagra");
        page.says("Kari Ås");
        page.says("Svenska");
        page.says_not("vegetar");
        assert_eq!(world.said().await, ["registration.admitted.v1", "registration.changed.v1"]);
    }
}

#[tokio::test]
async fn signing_off_asks_first_and_gives_the_place_to_the_next() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        world.signed_up("B", "b@x.no").await;
        let third = world.signed_up("C", "c@x.no").await;
        world.get(&third).await.says("Du er nummer 1 på lista.");
        let leaving = world.get(&format!("{third}/meld-av")).await;
        leaving.says("Du mister plassen din på ventelista");
        leaving.says_not("kalenderen");
        let handing = world.get(&format!("{third}/gi-vidare")).await;
        assert_eq!(handing.status, StatusCode::CONFLICT);
        handing.says("Du har ingen plass å gi vidare");
        let path = format!("{link}/meld-av");
        world.get(&path).await.says("Vil du melde deg av?");
        let forged = world.post_bare(&path, "nn", &[("csrf", "wrong")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert_eq!(world.rows().await[0].state, State::Admitted);

        for _twice in 0..2 {
            world
                .done(&path, &[])
                .await
                .says("<h1 class=\"ds-heading\" data-size=\"lg\">Du er meld av. Takk for at du sa frå.");
        }
        assert_eq!(
            world.rows().await.iter().map(|row| row.state).collect::<Vec<_>>(),
            [State::Withdrawn, State::Admitted, State::Admitted]
        );
        world.get(&third).await.says("Du er påmeld.");
        world.get(&link).await.says("Du er meld av.");

        let erase = format!("{link}/slett");
        world.get(&erase).await.says("Vil du slette alt om deg?");
        let done = world.post(&erase, &[]).await;
        world.get(done.location()).await.says("Alt om deg er sletta.");
        assert_eq!(world.get(&link).await.status, StatusCode::NOT_FOUND);
        assert!(world.said().await.contains(&"registration.erased.v1".to_owned()));
        let kept = format!("{:?}", world.rows().await);
        assert!(!kept.contains("kari@kommune.no") && !kept.contains("Kari"), "{kept}");
    }
}

#[tokio::test]
async fn a_place_that_somebody_else_can_have_is_given_up_before_everything_is_erased() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let erase = format!("{link}/slett");
        world.get(&link).await.says_not(&erase);
        for answer in [world.get(&erase).await, world.post(&erase, &[]).await] {
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, format!("{link}/meld-av").as_str()));
        }
        assert_eq!(world.rows().await[0].name, "Kari Nordmann");
    }
}

#[tokio::test]
async fn too_late_to_sign_off_is_not_too_late_to_be_forgotten() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        world.signed_up("B", "b@x.no").await;
        world.signed_up("C", "c@x.no").await;
        world.host.clock.set(at("2027-03-16T08:00:00Z"));
        let late = world.post(&format!("{link}/meld-av"), &[]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        late.says("Det er for seint å melde seg av her");
        let erase = format!("{link}/slett");
        world.get(&link).await.says(&erase);
        world.get(&erase).await.says("Du mister plassen");
        let done = world.post(&erase, &[]).await;
        world.get(done.location()).await.says("Alt om deg er sletta.");
        let rows = world.rows().await;
        assert_eq!((rows[0].name.as_str(), rows[0].state), ("", State::Withdrawn));
        assert_eq!(rows[2].state, State::Admitted, "the next one has the place");
        let said = world.said().await;
        assert!(said.ends_with(&["registration.erased.v1".to_owned()]), "{said:?}");
    }
}

#[tokio::test]
async fn after_the_event_or_its_cancellation_everything_can_be_erased_at_once() {
    for kind in KINDS {
        for over in [true, false] {
            let world = World::new(kind).await;
            let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
            if over {
                world.host.clock.set(at("2027-03-17T09:00:00Z"));
            } else {
                world.cancel().await;
            }
            let erase = format!("{link}/slett");
            world.get(&link).await.says(&erase);
            world.get(&erase).await.says("Vil du slette alt om deg?");
            let done = world.post(&erase, &[]).await;
            assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
            world.get(done.location()).await.says("Alt om deg er sletta.");
            assert_eq!(world.rows().await[0].name, "");
        }
    }
}

#[tokio::test]
async fn pages_that_say_what_was_done_can_be_read_in_another_language() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let offer = world.get(&format!("{link}/tilbod")).await;
        assert_eq!((offer.status, offer.location()), (StatusCode::SEE_OTHER, link.as_str()));
        let done = world.post(&format!("{link}/ny-lenkje"), &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        world.get(done.location()).await.says("Ei ny lenkje er på veg.");
        let english = world.get(&format!("{}?sprak=en", done.location())).await;
        assert!(english.status.is_success() || english.status.is_redirection(), "{}", english.status);
        // The link is dead now, and so is what it led to.
        let (page, offer) = (world.get(&link).await, world.get(&format!("{link}/tilbod")).await);
        assert_eq!(offer.status, page.status);
        assert!(!offer.status.is_success() && !offer.status.is_redirection(), "{}", offer.status);
    }
}

#[tokio::test]
async fn a_place_is_handed_over_to_somebody_who_is_not_there_yet() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        world.signed_up("B", "b@x.no").await;
        let path = format!("{link}/gi-vidare");
        for (name, email, sentence) in
            [("", "ny@x.no", "Namn: Skriv inn namnet"), ("Ny", "ny.x.no", "E-postadressa må innehalde @")]
        {
            let answer = world.post(&path, &[("name", name), ("email", email)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            answer.says(sentence);
            answer.says(&format!("value=\"{email}\""));
        }
        let stays = world.post(&path, &[("name", "Ny"), ("email", "b@x.no")]).await;
        let told = world.get(stays.location()).await;
        told.says("Plassen er framleis din.");
        told.says_not("gitt vidare");
        assert_eq!(world.rows().await.len(), 2);
        world.get(&link).await.says("Du er påmeld.");
        let moved = world.post(&path, &[("name", "Ny Person"), ("email", "ny@x.no")]).await;
        for _reloaded in 0..2 {
            let told = world.get(moved.location()).await;
            told.says("Plassen er gitt vidare.");
            told.says_not("framleis din");
        }
        // What was true before is not told any more.
        let old = world.get(stays.location()).await;
        assert_eq!((old.status, old.location()), (StatusCode::SEE_OTHER, link.as_str()));
        assert_eq!(world.get(&format!("{link}/gjort/tull")).await.status, StatusCode::NOT_FOUND);
        let rows = world.rows().await;
        let ny = rows.iter().find(|row| row.email == "ny@x.no").unwrap();
        assert_eq!(ny.state, State::Admitted);
        world.get(&world.link(ny)).await.says("Ny Person");
        world.get(&link).await.says("Du er meld av.");
    }
}

#[tokio::test]
async fn an_offer_is_accepted_or_declined() {
    for kind in KINDS {
        let mut offering = event();
        offering.sign_up.waiting_list.mode = WaitingMode::Offer { working_hours: 16 };
        offering.sign_up.pools[0].capacity = Some(1);
        let world = World::with(kind, &offering).await;
        let first = world.signed_up("A", "a@x.no").await;
        let receipt = world.post(FORM, &right(&[("name", "Q"), ("email", "q@x.no")])).await;
        let receipt = world.get(receipt.location()).await;
        receipt.says("Då må du svare innan fristen");
        receipt.says_not("Du treng ikkje gjere noko");
        world.post(&format!("{}/meld-av", world.link(&world.rows().await[1])), &[]).await;
        let second = world.signed_up("B", "b@x.no").await;
        let third = world.signed_up("C", "c@x.no").await;
        world.post(&format!("{first}/meld-av"), &[]).await;
        world.get(&second).await.says("Vil du ha plassen?");
        let declined = world.done(&format!("{second}/tilbod"), &[("svar", "nei")]).await;
        declined.says("Plassen går til den neste på lista");
        let answer = world.post(&format!("{third}/tilbod"), &[("svar", "ja")]).await;
        world.get(answer.location()).await.says("Plassen er din");
        let late = world.post(&format!("{second}/tilbod"), &[("svar", "ja")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert_eq!(
            world.rows().await.iter().map(|row| row.state).collect::<Vec<_>>(),
            [State::Withdrawn, State::Withdrawn, State::Withdrawn, State::Admitted]
        );
    }
}

#[tokio::test]
async fn links_that_open_nothing_all_look_the_same() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let row = world.rows().await.remove(0);
        let decoy = format!("/mi/{}", world.host.keys.token(Purpose::Manage, Uuid::now_v7(), 0));
        let join = format!("/mi/{}", world.host.keys.token(Purpose::Join, row.id, row.generation()));
        world.post(&format!("{link}/ny-lenkje"), &[]).await;
        let menu = |body: &str, link: &str| body.replace(link, "");
        let masked = |body: &str| {
            let (before, rest) = body.split_once("name=\"csrf\" value=\"").unwrap();
            format!("{before}{}", rest.split_once('"').unwrap().1)
        };
        let mut pages = Vec::new();
        for dead in [link.as_str(), &decoy, &join, "/mi/tull"] {
            for path in [dead.to_owned(), format!("{dead}/endre"), format!("{dead}/data.json")] {
                let page = world.get(&path).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
                page.says("Lenkja verkar ikkje lenger. Få ei ny på e-post.");
                pages.push(masked(&menu(&page.body, &path)));
            }
        }
        assert!(pages.windows(2).all(|pair| pair[0] == pair[1]));

        let renewed = world.rows().await.remove(0);
        assert_eq!((renewed.generation(), renewed.revision), (1, row.revision + 1));
        world.get(&world.link(&renewed)).await.says("Kari Nordmann");
        assert_eq!(world.said().await.last().map(String::as_str), Some("registration.changed.v1"));
    }
}

#[tokio::test]
async fn a_new_link_goes_to_those_who_are_signed_up_and_the_answer_tells_nobody() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let ask = async |email: &str| {
            let answer = world.post("/mi/ny-lenkje", &[("email", email)]).await;
            (answer.status, answer.location().to_owned(), answer.body)
        };
        let (known, unknown) = (ask("KARI@Kommune.no").await, ask("ola@kommune.no").await);
        assert_eq!(known, unknown);
        world.get(&known.1).await.says("Er adressa påmeld noko som kjem");
        assert_eq!(world.said().await, ["registration.admitted.v1", "registration.repeated.v1"]);
        let wrong = world.post("/mi/ny-lenkje", &[("email", "kari")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        wrong.says("E-postadressa må innehalde @");
        let asked = async || {
            let said = bus::testing::said_of::<RegistrationRepeated>(&world.host.db).await;
            assert!(said.iter().all(|fact| fact.asked_for_link), "nobody signed up again");
            said.len()
        };
        assert_eq!(asked().await, 1);
        // Whoever has signed off, or was there once, may see what is held, until nothing is.
        let link = world.link(&world.rows().await[0]);
        world.post(&format!("{link}/meld-av"), &[]).await;
        ask("kari@kommune.no").await;
        assert_eq!(asked().await, 2);
        world.host.clock.set(at("2027-03-17T09:00:00Z"));
        ask("kari@kommune.no").await;
        assert_eq!(asked().await, 3);
        world.post(&format!("{link}/slett"), &[]).await;
        ask("kari@kommune.no").await;
        assert_eq!(asked().await, 3, "nothing is held any more");
        assert_eq!(world.get(FORM).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn what_was_not_done_is_not_told_as_done() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        for word in ["meld-av", "takka-nei", "gitt-vidare"] {
            let early = world.get(&format!("{link}/gjort/{word}")).await;
            assert_eq!((early.status, early.location()), (StatusCode::SEE_OTHER, link.as_str()), "{word}");
        }
        world.get("/mi/tull/gjort/meld-av").await.says("Lenkja verkar ikkje lenger.");
    }
}

#[tokio::test]
async fn the_language_menu_keeps_what_was_typed_and_changes_nothing() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let before = (world.rows().await, world.said().await);
        let change = format!("{link}/endre?sprak=sv");
        let fields =
            right(&[("name", "Kari <Ås>"), ("language", "sv"), ("q-nights", "x"), ("language_switch", "form")]);
        let page = world.post(&change, &fields).await;
        assert_eq!(page.status, StatusCode::OK);
        page.says("<html lang=\"sv\"");
        page.says("value=\"Kari &lt;Ås&gt;\"");
        page.says("Nätter: Skriv talet med siffror");
        let hand = world
            .post(
                &format!("{link}/gi-vidare?sprak=en"),
                &[("name", "Ny"), ("email", "ny@"), ("language_switch", "form")],
            )
            .await;
        hand.says("<html lang=\"en\"");
        hand.says("value=\"ny@\"");
        let dead =
            world.post("/mi/ny-lenkje?sprak=sv", &[("email", "kari@kommune.no"), ("language_switch", "form")]).await;
        assert_eq!(dead.status, StatusCode::OK);
        dead.says("value=\"kari@kommune.no\"");
        assert_eq!((world.rows().await, world.said().await), before);
    }
}
