//! What people and robots send that is wrong: a clear sentence, everything typed kept, nothing written.

use crate::world::{DINNER, FORM, WALK, World, right};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use host::testing::KINDS;

type Wrong = (&'static [(&'static str, &'static str)], &'static str, &'static str);

const WRONG: &[Wrong] = &[
    (&[("name", "")], "Skriv inn namnet ditt", "Skriv ditt namn"),
    (&[("name", "Kari\r\nATTENDEE:mailto:x@y.no")], "Namn: Skriv alt på éi linje", "Namn: Skriv allt på en rad"),
    (&[("name", "Vinn på www.x.no")], "Namn: Skriv berre namnet", "Namn: Skriv bara namnet"),
    (&[("email", "")], "E-post: Skriv inn e-postadressa", "E-post: Skriv e-postadressen"),
    (&[("email", "kari.kommune.no")], "E-postadressa må innehalde @", "E-postadressen måste innehålla @"),
    (&[("email", "kari@x.no\r\nBcc: alle@x.no")], "E-post: Skriv alt på éi linje", "E-post: Skriv allt på en rad"),
    (&[("q-attend", "")], "Korleis vil du delta? Vel eitt av svara", "Hur vill du delta? Välj ett av svaren"),
    (&[("q-attend", "by-boat")], "Vel mellom svara som står der", "Välj bland svaren som står där"),
    (&[("q-kitchen", "")], "Kva må kjøkenet vite? Skriv eit svar", "Vad måste köket veta? Skriv ett svar"),
    (
        &[("q-municipality", "Atlantis")],
        "Vi fann ingen kommune som heiter «Atlantis»",
        "Vi hittar ingen kommun som heter ”Atlantis”",
    ),
    (&[("q-municipality", "Herøy")], "Kva kommune meinte du?", "Vilken kommun menade du?"),
    (&[("q-nights", "1250,5")], "Netter: Skriv eit heilt tal", "Nätter: Skriv ett heltal"),
    (&[("q-nights", "9")], "Netter: Talet kan vere høgst 3", "Nätter: Talet kan vara högst 3"),
    (&[("q-phone", "ring meg")], "Mobil: Skriv nummeret med siffer", "Mobil: Skriv numret med siffror"),
    (&[("choice", "x")], "Noko av det du valde, finst ikkje lenger", "Något av det du valde finns inte längre"),
    (&[("guest-1-email", "per@x.no")], "Namn på person 1: Skriv inn namnet", "Namn på person 1: Skriv namnet"),
];

#[tokio::test]
async fn each_mistake_has_its_sentence_and_nothing_is_lost_or_written() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for (fields, nynorsk, swedish) in WRONG {
            for (language, sentence, prefix) in [("nn", nynorsk, "<title>Feil:"), ("sv", swedish, "<title>Fel:")] {
                let sent = right(fields);
                let answer = world.post_in(FORM, language, &sent).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
                answer.says(sentence);
                answer.says(prefix);
                let first = answer.body.find("ds-error-summary").unwrap();
                assert!(first < answer.body.find("<h1").unwrap(), "the summary stands first");
                answer.says("aria-invalid=\"true\"");
                for kept in ["Kari Nordmann", "kari@kommune.no", "vegetar"] {
                    if sent.iter().any(|(_, value)| *value == kept) {
                        answer.says(&format!("value=\"{kept}\""));
                    }
                }
            }
        }
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn one_choice_makes_an_unclear_municipality_clear() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let page = world.post(FORM, &right(&[("q-municipality", "Herøy")])).await;
        page.says("Herøy (Nordland)");
        let chosen =
            [("q-municipality", "Herøy"), ("q-municipality-asked", "Herøy"), ("q-municipality-chosen", "no-1818")];
        // A choice is for the text that it was offered for.
        let other =
            [("q-municipality", "Våler"), ("q-municipality-asked", "Herøy"), ("q-municipality-chosen", "no-1818")];
        assert_eq!(world.post(FORM, &right(&other)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        world.is_untouched().await;
        assert_eq!(world.post(FORM, &right(&chosen)).await.status, StatusCode::SEE_OTHER);
        let link = world.link(&world.rows().await[0]);
        world.get(&link).await.says("Herøy (Nordland)");
    }
}

#[tokio::test]
async fn ten_thousand_characters_are_kept_on_the_page_and_refused() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let long = "å".repeat(10_000);
        let answer = world.post(FORM, &right(&[("q-wishes", &long), ("q-kitchen", &long)])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.says("Ønske: Svaret er 10\u{a0}000 teikn. Kort det ned til høgst 4\u{a0}000");
        answer.says(&long);
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn typed_markup_is_text() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let bad = "\"><script>alert(1)</script>{{ 7191*7 }}";
        let answer =
            world.post(FORM, &right(&[("name", bad), ("email", bad), ("q-wishes", "</textarea><script>")])).await;
        answer.says_not("<script>");
        answer.says_not("</textarea><script>");
        answer.says_not("50337");
        // A strange name is a name all the same.
        let link = world.signed_up(bad, "rar@x.no").await;
        let page = world.get(&link).await;
        page.says("&lt;script&gt;");
        page.says_not("<script>");
    }
}

#[tokio::test]
async fn clashing_choices_are_named() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let (dinner, walk) = (DINNER.to_string(), WALK.to_string());
        let answer = world.post(FORM, &right(&[("choice", &dinner), ("choice", &walk)])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.says("Du rekk ikkje både «Middag» (tysdag 16. mars 2027 kl. 10.00–11.00) og «Byvandring» (");
        assert_eq!(answer.body.matches(" checked").count(), 3, "both choices and the way to attend are kept");
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn a_form_from_elsewhere_writes_nothing_and_loses_nothing() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for token in ["", "wrong"] {
            let mut fields = right(&[]);
            fields.push(("csrf", token));
            let answer = world.post_bare(FORM, "nn", &fields).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN);
            answer.says("Send skjemaet ein gong til");
            answer.says("value=\"Kari Nordmann\"");
        }
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn a_field_that_nobody_sees_is_not_filled_in_and_whoever_did_is_told() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let answer = world.post(FORM, &right(&[("nettstad", "https://spam.example")])).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        answer.says("Skjemaet er ikkje sendt");
        answer.says_not("Takk!");
        answer.says_not("spam.example");
        for kept in ["Kari Nordmann", "kari@kommune.no", "vegetar"] {
            answer.says(&format!("value=\"{kept}\""));
        }
        world.is_untouched().await;
    }
}

#[tokio::test]
async fn what_is_no_slug_is_not_found_on_either_database() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let long = "a".repeat(101);
        for slug in ["%00", "Levande-Sentrum", "levande%00sentrum", "levande_sentrum", long.as_str()] {
            for path in [format!("/pamelding/{slug}"), format!("/api/v1/events/{slug}")] {
                assert_eq!(world.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
            }
        }
    }
}

#[tokio::test]
async fn whether_to_answer_yes_or_no_can_be_left_open() {
    for kind in KINDS {
        let mut event = crate::world::event();
        let mut bus = event.sign_up.questions[3].clone();
        bus.key = "bus".to_owned();
        bus.answer = proto::event::AnswerType::YesNo;
        event.sign_up.questions.push(bus);
        let world = World::with(kind, &event).await;
        world.get(FORM).await.says("id=\"q-bus-\" name=\"q-bus\" value=\"\"");
        let kept = world.post(FORM, &right(&[("name", ""), ("q-bus", "")])).await;
        kept.says("id=\"q-bus-\" name=\"q-bus\" value=\"\" checked");
        assert_eq!(world.post(FORM, &right(&[("q-bus", "")])).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn another_content_type_is_refused_in_words() {
    let world = World::new(KINDS[0]).await;
    let request = Request::post(FORM).header("content-type", "text/plain").header("accept-language", "nn");
    let answer = world.send(request.body(Body::from("name=Kari")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    answer.says("Vi kan ikkje lese det du sende");
    world.is_untouched().await;
}

#[tokio::test]
async fn a_made_up_receipt_leads_back_to_the_form() {
    let world = World::new(KINDS[0]).await;
    for query in ["", "?k=", "?k=1800000000~a~0~1~~00", "?k=%00"] {
        let answer = world.get(&format!("{FORM}/takk{query}")).await;
        assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, FORM));
    }
}

#[tokio::test]
async fn the_language_menu_of_a_wrong_form_brings_it_along_and_sends_nothing() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let wrong = world.post(FORM, &right(&[("email", "kari.kommune.no")])).await;
        // The menu sends the form itself, and Enter still does what the form's own button does.
        let button = wrong.body.split("<button").find(|tag| tag.contains("lang=\"sv\"")).unwrap();
        for part in ["form=\"form\"", "name=\"language_switch\"", "formnovalidate", "sprak=sv"] {
            assert!(button.contains(part), "{button}");
        }
        let first = wrong.body.split("<button").nth(1).unwrap();
        assert!(
            first.contains("form=\"form\" hidden") && !first.split('>').next().unwrap().contains("name="),
            "{first}"
        );
        wrong.says("id=\"form\"");
        let submission = "01934000-0000-7000-8000-000000000001";
        for (email, complaint) in [("kari.kommune.no", true), ("kari@kommune.no", false)] {
            let typed = [("email", email), ("name", "Kari \"><script>"), ("submission", submission)];
            let mut fields = right(&typed);
            fields.push(("language_switch", "form"));
            let answer = world.post_in(&format!("{FORM}?sprak=sv"), "nn", &fields).await;
            assert_eq!(answer.status, StatusCode::OK);
            answer.says("<html lang=\"sv\"");
            answer.says(&format!("value=\"{email}\""));
            answer.says("value=\"Kari &quot;&gt;&lt;script&gt;\"");
            answer.says("value=\"vegetar\"");
            answer.says(&format!("value=\"{submission}\""));
            assert_eq!(answer.body.contains("E-postadressen måste innehålla @"), complaint);
        }
        world.is_untouched().await;
    }
}
