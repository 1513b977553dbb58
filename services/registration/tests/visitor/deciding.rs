//! Events whose organisers decide who gets a place, and events that are not for everybody, in pages and through the API.

use crate::world::{DINNER, FORM, World, event, right};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::account::Role;
use proto::event::{AnswerType, Closed};
use registration::store::registration::State as Stands;
use serde_json::json;

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";
const OWN: &str = "distriktssenteret";

#[tokio::test]
async fn a_sign_up_is_received_decided_and_told_of_wherever_it_is_seen() {
    for kind in KINDS {
        let mut deciding = event();
        deciding.sign_up.approval = true;
        let world = World::with(kind, &deciding).await;
        world.get(FORM).await.says("Arrangøren avgjer kven som får plass");
        let dinner = DINNER.to_string();
        let fields = right(&[("name", "Åse"), ("email", "a@x.no"), ("choice", &dinner)]);
        let receipt = world.done(FORM, &fields).await;
        receipt.says("Takk! Vi har teke imot påmeldinga di.");
        receipt.says("arrangøren avgjer");
        receipt.says_not("Du er påmeld");
        // Who is signed up already is answered like everybody else.
        let again = right(&[("name", "Ein annan"), ("email", "A@x.no")]);
        world.done(FORM, &again).await.says("Takk! Vi har teke imot påmeldinga di.");
        for (name, email) in [("Berit", "b@x.no"), ("Cato", "c@x.no"), ("Dag", "d@x.no")] {
            world.done(FORM, &right(&[("name", name), ("email", email)])).await;
        }
        let body = json!({
            "name": "Eva", "email": "e@x.no", "language": "nn", "choices": [],
            "answers": { "attend": "in_person", "kitchen": "nei", "municipality": "1577" },
        });
        let eva = world.api(Some("e"), &body).await.json();
        assert_eq!((&eva["state"], &eva["position"]), (&json!("undecided"), &json!(null)));
        let rows = world.rows().await;
        assert!(rows.len() == 5 && rows.iter().all(|row| row.state == Stands::Undecided));
        let mine = world.get(&world.link(&rows[0])).await;
        mine.says("Arrangøren har ikkje avgjort enno.");
        mine.says_not("gi-vidare");
        world.get(&format!("{}/meld-av", world.link(&rows[0]))).await.says("før arrangøren har avgjort");

        let list = world.get_as(&format!("{LIST}?status=undecided"), OWN, Role::Editor).await;
        for text in ["Åse", "Eva", "Skal avgjerast", "?status=undecided"] {
            list.says(text);
        }
        world.get_as(&format!("{LIST}/fleire"), OWN, Role::Editor).await.says("value=\"godkjenn\"");
        let person = format!("{LIST}/{}", rows[0].id);
        world.get_as(&person, OWN, Role::Editor).await.says(&format!("{person}/godkjenn"));
        world
            .get_as(&format!("{person}/godkjenn"), OWN, Role::Editor)
            .await
            .says("Er det ledig plass, får personen plass");
        for _ in 0..2 {
            let done = world.post_as(&format!("{person}/godkjenn"), OWN, Role::Editor, &[]).await;
            assert_eq!(done.location(), format!("{person}?gjort=godkjenn"));
        }
        let known = world.get_as(&format!("{person}?gjort=godkjenn"), OWN, Role::Editor).await;
        known.says("Personen er godkjend");
        known.says("melde seg på, og arrangøren skulle avgjere");

        // Too long a reason is told of, and what was typed is kept.
        let berit = format!("{LIST}/{}", rows[1].id);
        let long = "å".repeat(1001);
        let refused = world.post_as(&format!("{berit}/avslag"), OWN, Role::Editor, &[("reason", &long)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        refused.says("Skriv høgst 1");
        refused.says(&long);
    }
}

#[tokio::test]
async fn a_stranger_is_told_the_same_whatever_the_address() {
    for kind in KINDS {
        let mut some = event();
        some.sign_up.closed = Some(Closed {
            domains: ["kommune.no", "*.kommune.no", "xn--blbr-roah.no"].map(str::to_owned).to_vec(),
            listed: false,
        });
        let world = World::with(kind, &some).await;
        assert_eq!(world.get("/api/v1/events").await.json(), json!([]), "it stands in no list");
        world.get(FORM).await.says("Arrangementet er ikkje for alle.");
        world.done(FORM, &right(&[("email", "kari@blåbær.no")])).await.says("Takk! Du er påmeld.");
        // One who is signed up, by an organiser, and one who is not.
        let by_hand = [right(&[("email", "ute@x.no")]), vec![("submission", "1")]].concat();
        world.post_as(&format!("{LIST}/ny"), OWN, Role::Editor, &by_hand).await;
        assert_eq!(world.rows().await.len(), 2);
        let mut told = Vec::new();
        for email in ["ute@x.no", "andre@x.no", "a@kommune.no.x.no", "a@nokommune.no"] {
            let answer = world.post(FORM, &right(&[("email", email)])).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{email}");
            answer.says("Du kan ikkje melde deg på med denne adressa");
            answer.says(email);
            told.push(answer.body.matches(email).count());
        }
        assert!(told.windows(2).all(|pair| pair[0] == pair[1]), "{told:?}");
        // Nobody gets in beside somebody who may.
        let party = right(&[("email", "b@kommune.no"), ("guest-1-name", "Gjest"), ("guest-1-email", "gjest@x.no")]);
        assert_eq!(world.post(FORM, &party).await.status, StatusCode::CONFLICT);
        let body = json!({
            "name": "Eva", "email": "eva@x.no", "language": "nn", "choices": [],
            "answers": { "attend": "in_person", "kitchen": "nei", "municipality": "1577" },
        });
        let refused = world.api(None, &body).await;
        assert_eq!(
            (refused.status, &refused.json()["title"]),
            (StatusCode::CONFLICT, &json!("Du kan ikkje melde deg på med denne adressa"))
        );
        // Nor instead of them.
        let kari = world.link(&world.rows().await[0]);
        let other = [("name", "Gjest"), ("email", "gjest@x.no")];
        let refused = world.post(&format!("{kari}/gi-vidare"), &right(&other)).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
        refused.says("Plassen kan ikkje gis til denne adressa");
        assert_eq!(world.rows().await.len(), 2);
        some.revision = 2;
        some.sign_up.closed = Some(Closed { listed: true, ..Closed::default() });
        world.publish(&some).await;
        assert_eq!(world.get("/api/v1/events").await.json().as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn an_organisation_number_is_asked_for_beside_its_field_and_read_again_in_exports() {
    for kind in KINDS {
        let mut priced = event();
        let mut question = priced.sign_up.questions[5].clone();
        "invoice_number".clone_into(&mut question.key);
        (question.answer, question.required) = (AnswerType::OrganisationNumber, true);
        priced.sign_up.questions.push(question);
        let world = World::with(kind, &priced).await;
        for (typed, told) in [
            ("", "Skriv organisasjonsnummeret"),
            ("Volda kommune", "eit norsk har 9, eit svensk har 10"),
            ("964965227", "Organisasjonsnummeret er ikkje rett"),
        ] {
            let answer = world.post(FORM, &right(&[("q-invoice_number", typed)])).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            answer.says(told);
            answer.says(&format!("value=\"{typed}\""));
        }
        world.done(FORM, &right(&[("q-invoice_number", "NO 964 965 226 MVA")])).await;
        let row = world.rows().await.remove(0);
        assert_eq!(row.organisation, "", "whoever pays need not be where they come from");
        world.get(&world.link(&row)).await.says("964965226");
        let file: &[(&str, &str)] = &[("why", "Faktura"), ("format", "csv")];
        let (status, csv) = world.file_as(&format!("{LIST}/eksport"), Role::Owner, file).await;
        assert_eq!(status, StatusCode::OK);
        assert!(String::from_utf8(csv).unwrap().contains("964965226"));
    }
}
