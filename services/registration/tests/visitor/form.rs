//! Signing up by the form.

use crate::world::{DINNER, FORM, World, at, event, right};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::event::{EventCancelled, WaitingMode};
use proto::{Language, Localised};
use registration::hears::Registrations;
use registration::store::standing::standing;

#[tokio::test]
async fn a_form_that_is_right_leads_to_a_place_and_then_to_the_waiting_list() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let page = world.get(FORM).await;
        assert_eq!(page.status, StatusCode::OK);
        for text in ["Meld deg på Levande sentrum", "2 ledige plassar", "Kursdisken", "Vi slettar opplysningane dine"]
        {
            page.says(text);
        }
        page.says("Meld meg på</button>");
        let dinner = DINNER.to_string();
        let answer = world.post(FORM, &right(&[("choice", &dinner), ("submission", "not-an-id")])).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let receipt = world.get(answer.location()).await;
        receipt.says("Takk! Du er påmeld.");
        receipt.says("Middag</span>: du har plass");
        receipt.says_not("/mi/");
        receipt.says_not("kari@kommune.no");

        let answer = world.post(FORM, &right(&[("email", "b@x.no"), ("choice", &dinner)])).await;
        world.get(answer.location()).await.says("Middag</span>: du står på venteliste");
        let full = world.get(FORM).await;
        full.says("Fullt. Du kan setje deg på venteliste.");
        full.says("Set meg på venteliste</button>");
        let answer = world.post(FORM, &right(&[("email", "c@x.no")])).await;
        let receipt = world.get(answer.location()).await;
        receipt.says("Takk! Du står på venteliste.");
        receipt.says("Du er nummer 1 på lista.");

        let rows = world.rows().await;
        assert_eq!(
            rows.iter().map(|row| row.email.as_str()).collect::<Vec<_>>(),
            ["kari@kommune.no", "b@x.no", "c@x.no"]
        );
        let held = standing(&world.host.db.read, &world.host.vault, rows[0].id()).await.unwrap().unwrap();
        assert_eq!(held.answers.0.len(), 3);
        let said = world.said().await;
        assert_eq!(said, ["registration.admitted.v1", "registration.admitted.v1", "registration.waitlisted.v1"]);
    }
}

#[tokio::test]
async fn the_same_form_twice_gets_the_same_answer_and_one_place() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let id = "01934000-0000-7000-8000-000000000001";
        let first = world.post(FORM, &right(&[("submission", id)])).await;
        let second = world.post(FORM, &right(&[("submission", id)])).await;
        assert_eq!((first.status, first.location()), (second.status, second.location()));
        assert_eq!(world.rows().await.len(), 1);

        let other = world.post(FORM, &right(&[("submission", id), ("email", "ola@kommune.no")])).await;
        assert_eq!(other.status, StatusCode::CONFLICT);
        other.says("Skjemaet er sendt før");
        other.says("value=\"ola@kommune.no\"");
        other.says_not(id);
        assert_eq!(world.rows().await.len(), 1);
    }
}

#[tokio::test]
async fn an_address_that_is_signed_up_already_learns_nothing_from_the_page() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let first = world.post(FORM, &right(&[])).await;
        let again = world.post(FORM, &right(&[("name", "Ein annan"), ("email", "KARI@kommune.no")])).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER);
        let (first, again) = (world.get(first.location()).await, world.get(again.location()).await);
        // All but the language menu, which leads back to the same address.
        let main = |body: &str| body.split_once("<main").unwrap().1.to_owned();
        assert_eq!(main(&first.body), main(&again.body));
        assert_eq!(world.rows().await.len(), 1);
        assert_eq!(world.said().await, ["registration.admitted.v1", "registration.repeated.v1"]);
    }
}

#[tokio::test]
async fn two_come_together_or_wait_together() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let with = |email| [("guest-1-name", "Per Persson"), ("guest-1-email", email)];
        let same = world.post(FORM, &right(&with("Kari@kommune.no"))).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        same.says("E-post til person 1: Adressa er i bruk på ein annan person her");
        world.is_untouched().await;

        let answer = world.post(FORM, &right(&with("per@kommune.se"))).await;
        world.get(answer.location()).await.says("Takk! De er påmelde.");
        let rows = world.rows().await;
        assert_eq!(rows[0].party_id, rows[1].party_id);
        let guest = standing(&world.host.db.read, &world.host.vault, rows[1].id()).await.unwrap().unwrap();
        assert_eq!(guest.answers.0.keys().collect::<Vec<_>>(), ["municipality"], "only where they come from is shared");
    }
}

#[tokio::test]
async fn a_closed_form_says_why() {
    for kind in KINDS {
        let mut early = event();
        early.sign_up.opens_at = Some(at("2027-02-01T08:00:00Z"));
        let world = World::with(kind, &early).await;
        world.get(FORM).await.says("Du kan melde deg på frå måndag 1. februar 2027 kl. 09.00.");
        world.host.clock.set(at("2027-03-15T12:00:00Z"));
        let closed = world.get(FORM).await;
        closed.says("Påmeldinga er stengd");
        closed.says_not("<form");
        world.get_in(FORM, "sv").await.says("Anmälan är stängd");

        let sent = world.post(FORM, &right(&[])).await;
        assert_eq!(sent.status, StatusCode::CONFLICT);
        sent.says("Påmeldinga er stengd");
        sent.says("value=\"Kari Nordmann\"");
        world.is_untouched().await;

        world.host.clock.set(at("2027-03-17T12:00:00Z"));
        world.get(FORM).await.says("Arrangementet er over");
        let cancelled = EventCancelled { event_id: early.id, revision: 9, reason: None };
        bus::testing::hear(&Registrations, &world.host, cancelled).await.unwrap();
        world.get(FORM).await.says("Arrangementet er avlyst");
        assert_eq!(world.get("/pamelding/finst-ikkje").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_another_process_has_changed_is_shown_at_once() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.get(FORM).await.says_not("Møte på kaia");
        let mut moved = event();
        moved.revision += 1;
        moved.title = Localised::from([(Language::Nn, "Møte på kaia")]);
        moved.sign_up.questions.clear();
        // Whoever hears it shares nothing with the site but the database.
        world.publish(&moved).await;
        world.get(FORM).await.says("Møte på kaia");
        // What is not asked any more need not be answered.
        let answer = world.post(FORM, &[("name", "Kari"), ("email", "kari@x.no")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(world.rows().await.len(), 1);
    }
}

#[tokio::test]
async fn full_without_a_waiting_list_is_full() {
    for kind in KINDS {
        let mut strict = event();
        strict.sign_up.waiting_list.mode = WaitingMode::None;
        strict.sign_up.pools[0].capacity = Some(1);
        let world = World::with(kind, &strict).await;
        world.post(FORM, &right(&[])).await;
        world.get(FORM).await.says("Det er fullt");
        let answer = world.post(FORM, &right(&[("email", "b@x.no")])).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        answer.says("Alle plassane er tekne");
        assert_eq!(world.rows().await.len(), 1);
    }
}

#[tokio::test]
async fn the_style_sheet_hides_what_is_not_asked_and_is_named_by_the_page() {
    let world = World::new(KINDS[0]).await;
    let page = world.get(FORM).await;
    let sheet = page.body.split("href=\"").map(|rest| rest.split('"').next().unwrap().replace("&#x2f;", "/"));
    let sheet = sheet.filter(|href| href.contains("vilkar.css")).last().unwrap();
    let css = world.get(&sheet).await;
    assert_eq!(css.header("content-type"), "text/css; charset=utf-8");
    css.says(".cond-kitchen { display: none }");
    page.says("cond-kitchen");
}

#[tokio::test]
async fn fields_about_others_are_not_filled_in_by_the_browser() {
    let world = World::new(KINDS[0]).await;
    let page = world.get(FORM).await;
    let input = |id: &str| {
        let tag = page.body.split("<input").find(|tag| tag.contains(&format!("id=\"{id}\""))).unwrap();
        tag.split('>').next().unwrap().to_owned()
    };
    assert!(input("name").contains("autocomplete=\"name\"") && input("email").contains("autocomplete=\"email\""));
    for id in ["guest-1-name", "guest-1-email", "q-municipality", "q-kitchen"] {
        assert!(input(id).contains("autocomplete=\"off\""), "{id}");
    }
    let order: Vec<usize> = [
        "id=\"name\"",
        "id=\"email\"",
        "id=\"q-attend\"",
        "id=\"q-kitchen\"",
        "id=\"choices\"",
        "guest-1-name",
        "type=\"submit\"",
    ]
    .iter()
    .map(|part| page.body.find(part).unwrap_or_else(|| panic!("{part}")))
    .collect();
    assert!(order.is_sorted(), "{order:?}");
    page.says_not("tabindex=\"1\"");
}

#[tokio::test]
async fn a_norwegian_reads_swedish_rather_than_english_and_is_told_that_it_is() {
    let only = |sv: &str, en: &str| Localised::from([(Language::Sv, sv), (Language::En, en)]);
    let mut foreign = event();
    foreign.title = only("Platsutveckling", "Place development");
    foreign.summary = only("Kort om platsen.", "In short.");
    let world = World::with(KINDS[0], &foreign).await;
    for (language, read, lang) in [
        ("nn", "Kort om platsen.", " lang=\"sv\""),
        ("nb", "Kort om platsen.", " lang=\"sv\""),
        ("sv", "Kort om platsen.", ""),
        ("en", "In short.", ""),
    ] {
        world.get_in(FORM, language).await.says(&format!("<span{lang}>{read}</span>"));
    }
    world.host.clock.set(at("2027-03-15T12:00:00Z"));
    world.get(FORM).await.says("<h1 class=\"ds-heading\" data-size=\"lg\" lang=\"sv\">Platsutveckling</h1>");
}
