//! The certificate of attendance behind the personal link.

use crate::world::{World, at, event};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::RegistrationId;
use proto::webinar::WebinarJoined;
use registration::hears::Registrations;

async fn joins(world: &World, email: &str) {
    let row = world.rows().await.into_iter().find(|row| row.email == email).expect("the sign-up is kept");
    let message =
        WebinarJoined { event_id: event().id, registration_id: RegistrationId(row.id), at: world.host.clock.now() };
    bus::testing::hear(&Registrations, &world.host, message).await.expect("an answer");
}

#[tokio::test]
async fn those_who_came_and_nobody_else_have_one() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let came = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let stayed_away = world.signed_up("Ola Nordmann", "ola@kommune.no").await;
        let file = format!("{came}/kursbevis.pdf");

        world.host.clock.set(at("2027-03-16T08:55:00Z"));
        joins(&world, "kari@kommune.no").await;
        assert_eq!(world.get(&file).await.status, StatusCode::NOT_FOUND, "it has not begun");
        world.get(&came).await.says_not("kursbevis.pdf");

        world.host.clock.set(at("2027-03-16T09:00:00Z"));
        world.get(&came).await.says(&format!("href=\"{file}\""));
        let (parts, pdf) = world.get_file(&file).await;
        assert_eq!(parts.status, StatusCode::OK);
        assert_eq!(parts.headers["content-type"], "application/pdf");
        assert_eq!(parts.headers["content-disposition"], "attachment; filename=\"levande-sentrum.pdf\"");
        assert_eq!(parts.headers["cache-control"], "no-store");
        assert_eq!(parts.headers["referrer-policy"], "no-referrer");
        assert!(pdf.starts_with(b"%PDF-1.7") && pdf.len() < 200_000, "{} bytes", pdf.len());

        world.get(&stayed_away).await.says_not("kursbevis.pdf");
        let none = world.get(&format!("{stayed_away}/kursbevis.pdf")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        none.says_not("Ola Nordmann");
        none.says_not("Levande sentrum");
        assert_eq!(world.get("/mi/AAAA/kursbevis.pdf").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_was_cancelled_certifies_nothing() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        world.host.clock.set(at("2027-03-16T09:00:00Z"));
        joins(&world, "kari@kommune.no").await;
        world.cancel().await;
        assert_eq!(world.get(&format!("{link}/kursbevis.pdf")).await.status, StatusCode::NOT_FOUND);
        world.get(&link).await.says_not("kursbevis.pdf");
    }
}
