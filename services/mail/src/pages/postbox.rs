use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use host::{Error, Page, Visit};
use serde::Serialize;

use super::Site;
use crate::postbox::{self, CalendarView, Line, Opened};

/// The letters in the folder.
#[derive(Debug, Serialize)]
pub(super) struct ListPage {
    letters: Vec<Line>,
    timezone: chrono_tz::Tz,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "mail/postbox.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let line = Line {
            file: "20270111T090000000000Z-confirmation-1.eml".to_owned(),
            to: "Åse Øy <ase@kommune.example>".to_owned(),
            subject: "Du er påmeld: Tomme lokale".to_owned(),
            date: Some(about.starts_at),
        };
        let timezone = about.timezone;
        vec![
            Self { letters: vec![line.clone(), Line { date: None, ..line }], timezone },
            Self { letters: Vec::new(), timezone },
        ]
    }
}

/// One letter, as a mail reader would show it.
#[derive(Debug, Serialize)]
pub(super) struct LetterPage {
    letter: Opened,
    timezone: chrono_tz::Tz,
}

impl Page for LetterPage {
    const TEMPLATE: &'static str = "mail/postbox_letter.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let calendar = CalendarView {
            cancelled: false,
            sequence: "0".to_owned(),
            summary: "Tomme lokale".to_owned(),
            starts_at: about.starts_at,
            ends_at: about.ends_at,
            timezone: about.timezone,
            days: false,
            location: "Nettmøte".to_owned(),
            description: "Kva gjer vi med tomme lokale?\n\nBli med på nett: https://moteplass.example/x".to_owned(),
        };
        let letter = Opened {
            file: "20270111T090000000000Z-confirmation-1.eml".to_owned(),
            from: "Distriktssenteret <arrangement@distriktssenteret.example>".to_owned(),
            to: "Åse Øy <ase@kommune.example>".to_owned(),
            reply_to: Some("Kari <kari@distriktssenteret.example>".to_owned()),
            subject: "Du er påmeld: Tomme lokale".to_owned(),
            date: Some(about.starts_at),
            text: "Hei Åse!\n\nSå fint at du blir med.".to_owned(),
            calendar: Some(calendar.clone()),
            headers: "Subject: x\r\nTo: y".to_owned(),
        };
        let timezone = about.timezone;
        let bare = Opened { reply_to: None, date: None, calendar: None, ..letter.clone() };
        let cancelled =
            Opened { calendar: Some(CalendarView { cancelled: true, days: true, ..calendar }), ..letter.clone() };
        [letter, bare, cancelled].map(|letter| Self { letter, timezone }).into()
    }
}

pub(super) async fn list(State(site): State<Site>, visit: Visit) -> Result<Response, Error> {
    let letters = postbox::list(crate::folder(&site.mail.host.settings)).await?;
    Ok(visit.page(&ListPage { letters, timezone: chrono_tz::Europe::Oslo }))
}

pub(super) async fn letter(
    State(site): State<Site>,
    Path(file): Path<String>,
    visit: Visit,
) -> Result<Response, Error> {
    let bytes = bytes(&site, &file).await?;
    let letter = postbox::open(&file, &bytes).ok_or(Error::NotFound)?;
    let mut response = visit.page(&LetterPage { letter, timezone: chrono_tz::Europe::Oslo });
    // The frame around the letter is ours, and shows nothing but the letter.
    let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
                  frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    Ok(response)
}

/// The letter's own HTML. It may look as it likes and do nothing.
pub(super) async fn html(State(site): State<Site>, Path(file): Path<String>) -> Result<Response, Error> {
    let html = postbox::html(&bytes(&site, &file).await?).ok_or(Error::NotFound)?;
    let policy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; \
                  style-src 'unsafe-inline'; frame-ancestors 'self'";
    Ok(([(header::CONTENT_SECURITY_POLICY, policy)], Html(html)).into_response())
}

pub(super) async fn download(State(site): State<Site>, Path(file): Path<String>) -> Result<Response, Error> {
    let bytes = bytes(&site, &file).await?;
    let disposition = format!("attachment; filename=\"{file}\"");
    Ok(([(header::CONTENT_TYPE, "message/rfc822".to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response())
}

async fn bytes(site: &Site, file: &str) -> Result<Vec<u8>, Error> {
    postbox::bytes(&crate::folder(&site.mail.host.settings), file).await.ok_or(Error::NotFound)
}
