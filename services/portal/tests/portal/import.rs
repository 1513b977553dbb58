use crate::browser::site;
use crate::world::{ORGANISATIONS, event, publish};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use bus::testing::said_of;
use host::testing::{KINDS, host};
use portal::{ImportError, import_organisations, import_organisations_with_logos};
use proto::event::EventKind;
use proto::organisation::OrganisationChanged;
use tower::ServiceExt;

#[tokio::test]
async fn an_organisation_is_said_when_it_is_new_and_when_something_differs() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let first = import_organisations(&host, ORGANISATIONS, "o.toml").await.expect("a good file");
        assert_eq!(first.new, ["distriktssenteret", "bylivsenteret"]);

        let again = import_organisations(&host, ORGANISATIONS, "o.toml").await.expect("a good file");
        assert_eq!(again.same, ["distriktssenteret", "bylivsenteret"]);
        assert_eq!(said_of::<OrganisationChanged>(&host.db).await.len(), 2, "nothing new was said");

        let renamed = ORGANISATIONS.replace("BYLIVsenteret", "Bylivsenteret");
        let changed = import_organisations(&host, &renamed, "o.toml").await.expect("a good file");
        assert_eq!(
            (changed.changed, changed.same),
            (vec!["bylivsenteret".to_owned()], vec!["distriktssenteret".to_owned()])
        );
        let said = said_of::<OrganisationChanged>(&host.db).await;
        let newest = &said[2].organisation;
        assert_eq!((newest.slug.as_str(), newest.revision), ("bylivsenteret", 2));
        assert_eq!(newest.id, said[1].organisation.id, "it is the same organisation");
    }
}

#[tokio::test]
async fn a_file_with_problems_changes_nothing_and_tells_each_with_its_line() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let bad = ORGANISATIONS
            .replace("retention_days = 365", "retention_days = 1000")
            .replace("https://byliv", "http://byliv");
        let Err(ImportError::Problems(problems)) = import_organisations(&host, &bad, "o.toml").await else {
            panic!("the file has problems");
        };
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "o.toml:16:18: `privacy_notice` is an address that begins with https://",
                "o.toml:17:18: `retention_days` is a number from 1 to 730: personal data are deleted so long after an event",
            ]
        );
        assert!(said_of::<OrganisationChanged>(&host.db).await.is_empty(), "not even the good one is taken in");
    }
}

#[tokio::test]
async fn a_slug_belongs_to_the_kind_that_had_it_first() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        publish(&host, &event(1, "torget", 3)).await;
        let taken = async |slug: &str, kind| portal::slug_taken(&host, slug, kind).await.expect("a database");
        assert_eq!(taken("torget", EventKind::Conference).await, Some(EventKind::Webinar));
        assert_eq!(taken("torget", EventKind::Webinar).await, None, "it is the same event again");
        assert_eq!(taken("gata", EventKind::Conference).await, None);
    }
}

/// A red picture of so many pixels.
fn red(width: u32, height: u32) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(width, height, image::Rgb([200, 0, 0]));
    picture.write_to(&mut png, image::ImageFormat::Png).expect("a picture");
    png.into_inner()
}

/// What a browser gets at this address.
async fn picture(site: &Router, path: &str) -> Option<(HeaderMap, Vec<u8>)> {
    let request = Request::get(path).body(Body::empty()).expect("a request");
    let answer = site.clone().oneshot(request).await.expect("an answer");
    let (parts, body) = answer.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    (parts.status == StatusCode::OK).then(|| (parts.headers, bytes.to_vec()))
}

#[tokio::test]
async fn a_logo_is_made_anew_said_with_the_organisation_and_served_under_an_address_of_its_own() {
    let text = ORGANISATIONS.replacen(
        "retention_days = 180",
        "retention_days = 180\nlogo = { file = \"d.png\", alt = { nn = \"Ein raud firkant\" } }",
        1,
    );
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let site = site(&host).await;
        let take_in = async |text: &str, bytes: Option<Vec<u8>>| {
            let beside = |name: &str| bytes.clone().filter(|_| name == "d.png");
            import_organisations_with_logos(&host, text, "o.toml", &beside).await
        };
        for (bytes, sentence) in [
            (None, "o.toml:9:17: `d.png` cannot be read"),
            (Some(b"<svg onload='alert(1)'/>".to_vec()), "save it as PNG, JPEG or WebP"),
            (Some(b"GIF89a".to_vec()), "no picture that is taken here"),
            (Some(red(20, 20)[..40].to_vec()), "the logo is damaged"),
            (Some(vec![0; (1 << 20) + 1]), "larger than 1024 kB"),
        ] {
            let Err(ImportError::Problems(problems)) = take_in(&text, bytes).await else { panic!("{sentence}") };
            let told = problems.iter().map(ToString::to_string).collect::<String>();
            assert!(told.contains(sentence), "{told}");
        }
        let newest = async || said_of::<OrganisationChanged>(&host.db).await.pop().expect("said").organisation;
        take_in(&text, Some(red(1_280, 320))).await.expect("a good file");
        let said = said_of::<OrganisationChanged>(&host.db).await;
        let logo = said[0].organisation.logo.clone().expect("a logo");
        assert_eq!((logo.width, logo.height, logo.alt.get(proto::Language::Nb)), (640, 160, "Ein raud firkant"));
        assert!(logo.path.starts_with("/logo/distriktssenteret-") && said[1].organisation.logo.is_none());
        let (headers, bytes) = picture(&site, &logo.path).await.expect("it is served");
        assert_eq!(headers["content-type"], "image/png");
        assert!(headers["cache-control"].to_str().unwrap().contains("immutable"));
        assert_eq!(image::load_from_memory(&bytes).expect("a picture").width(), 640);
        // The same again is no news; another picture has another address, and the old one leads nowhere.
        assert_eq!(take_in(&text, Some(red(1_280, 320))).await.expect("a good file").same.len(), 2);
        take_in(&text, Some(red(100, 100))).await.expect("a good file");
        let other = newest().await.logo.expect("a logo");
        assert_ne!(other.path, logo.path);
        assert!(picture(&site, &logo.path).await.is_none() && picture(&site, &other.path).await.is_some());
        for odd in ["/logo/x.png", "/logo/%00", "/logo/..%2Fo.toml"] {
            assert!(picture(&site, odd).await.is_none(), "{odd}");
        }
        take_in(ORGANISATIONS, None).await.expect("a good file");
        assert!(newest().await.logo.is_none() && picture(&site, &other.path).await.is_none());
    }
}
