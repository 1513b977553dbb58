//! What organisers say in letters, besides the usual words.

use axum::http::StatusCode;
use host::testing::KINDS;
use proto::Language;
use proto::account::Role;
use proto::registration::Registration;

use super::notices::Organiser;
use super::pages::body;
use super::sink::Received;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};

const PAGE: &str = "/arrangor/brev/tomme-lokale/ordlyd/confirmation";

fn own(revision: &str) -> Vec<(&str, &str)> {
    vec![
        ("do", "save"),
        ("revision", revision),
        ("subject_nn", "Velkomen til {event}\r\nBcc: alle@eksempel.example"),
        ("subject_en", "Welcome to {event}"),
        ("text_nn", "Kjære {name}, ta med <matpakke>.\n\nKart: https://kart.example"),
        ("text_en", "Dear {name}, bring <lunch>."),
    ]
}

fn of<'a>(taken: &'a [Received], registration: &Registration) -> mail_parser::Message<'a> {
    mail(&taken.iter().find(|letter| letter.to == registration.email).unwrap().data)
}

#[tokio::test]
async fn a_letter_says_what_the_organisers_wrote_and_what_it_has_to_say() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let organiser = Organiser::editor(&world);
        assert_eq!(organiser.post(PAGE, &own("0")).await.status(), StatusCode::SEE_OTHER);
        assert_eq!(organiser.post(PAGE, &own("0")).await.status(), StatusCode::CONFLICT, "somebody came before");
        let page = body(organiser.get(PAGE).await).await;
        assert!(page.contains("Kjære Kari, ta med &lt;matpakke&gt;."), "{page}");
        assert!(page.contains("Velkomen til Tomme lokale Bcc: alle@eksempel.example"), "{page}");
        world.admit(&person(1)).await;
        let english = Registration { language: Language::En, ..person(2) };
        world.admit(&english).await;
        let taken = world.taken().await;
        let (nn, en) = (of(&taken, &person(1)), of(&taken, &english));
        assert_eq!(nn.subject(), Some("Velkomen til Tomme lokale Bcc: alle@eksempel.example"));
        assert!(nn.bcc().is_none());
        let text = nn.body_text(0).unwrap();
        assert!(text.contains("Kjære Åse, ta med <matpakke>.") && text.contains("Plassen din er klar"), "{text}");
        let html = nn.body_html(0).unwrap();
        assert!(html.contains("&lt;matpakke&gt;") && html.contains("<a href=\"https://kart.example\">"), "{html}");
        assert_eq!(en.subject(), Some("Welcome to Empty premises"));
        assert!(en.body_text(0).unwrap().contains("Dear Åse, bring <lunch>."));
        let back = [("do", "back"), ("revision", "1")];
        assert_eq!(organiser.post(PAGE, &back).await.status(), StatusCode::SEE_OTHER);
        world.admit(&person(3)).await;
        let taken = world.taken().await;
        let usual = of(&taken, &person(3));
        assert_eq!(usual.subject(), Some("Du er påmeld: Tomme lokale"));
        assert!(!usual.body_text(0).unwrap().contains("matpakke"));
    }
}

#[tokio::test]
async fn words_that_cannot_stay_are_told_of_and_nobody_else_may_write_them() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let organiser = Organiser::editor(&world);
        let half = [("do", "save"), ("revision", "0"), ("text_nn", "Berre nynorsk {diett}")];
        let answer = organiser.post(PAGE, &half).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = body(answer).await;
        assert!(page.contains("{diett} finst ikkje") && page.contains("Berre nynorsk {diett}"), "{page}");
        assert!(page.contains("id=\"text_en-error\""), "what is said in one language is said in all: {page}");
        assert_eq!(organiser.get("/arrangor/brev/tomme-lokale/ordlyd/sign_in").await.status(), StatusCode::NOT_FOUND);
        for (organisation, role) in [("distriktssenteret", Role::Reader), ("ks", Role::Owner)] {
            let other = Organiser::of(&world, organisation, role);
            for page in [PAGE, "/arrangor/brev/tomme-lokale/ordlyd"] {
                assert_eq!(other.get(page).await.status(), StatusCode::NOT_FOUND);
            }
            assert_eq!(other.post(PAGE, &own("0")).await.status(), StatusCode::NOT_FOUND);
        }
        assert_eq!(organiser.post(PAGE, &[("do", "try")]).await.status(), StatusCode::SEE_OTHER);
        let taken = world.taken().await;
        assert_eq!(taken.len(), 2, "in each language of the event");
        let mut letters = taken.iter();
        assert!(letters.all(|letter| letter.to == "redaktor@distriktssenteret.example" && ics(letter).is_none()));
        assert_eq!(world.fates(Purpose::Trial).await, [Fate::Sent; 2]);
    }
}
