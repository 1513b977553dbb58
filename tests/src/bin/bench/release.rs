//! A release that moves fifty sessions: how long the button takes, until everybody's letter is planned, and what those meet
//! who sign up meanwhile.

use crate::conference::{Running, SIZE, milliseconds};
use crate::crowd::Crowd;
use crate::table::{Report, Spread};
use host::{Database, Settings};
use proto::Message;
use proto::event::EventPublished;
use proto::registration::RegistrationReplanned;
use reqwest::Client;
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;
use sea_orm::{ConnectionTrait, Statement};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tests::Conference;
use tests::planning::{Form, cells, moved, released};
use tests::visitor::Page;

const MOVED: usize = 50;
const CLIENTS: usize = 16;
const TIME: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(300);

pub(crate) async fn measure(way: &str, running: &Running, watch: &Watch, crowd: &mut Crowd, report: &mut Report) {
    let mut planner = Planner::of(running);
    let title = format!("A release that moves {MOVED} sessions, as many people as above: {way}");
    let columns = [
        "meanwhile",
        "the button",
        "all letters planned after",
        "people told",
        "sign-ups/s before",
        "p99 before",
        "sign-ups/s until then",
        "p99 until then",
        "longest",
        "turned away",
        "ratio of sign-ups",
    ];
    let edits = planner.move_some(0).await;
    report.section(&title, &columns);
    let (begun, before) = (Instant::now(), watch.count().await);
    planner.release().await;
    let button = milliseconds(begun);
    let told = watch.planned(before).await;
    let mut row = vec!["nobody signs up".to_owned(), button, milliseconds(begun), told.to_string()];
    row.resize(columns.len(), "-".to_owned());
    report.row(row);

    planner.move_some(1).await;
    let quiet = Instant::now();
    let met_before = crowd.come(CLIENTS, |_| quiet.elapsed() < TIME).await;
    let (done, before) = (AtomicBool::new(false), watch.count().await);
    let releasing = async {
        let begun = Instant::now();
        planner.release().await;
        let button = milliseconds(begun);
        let told = watch.planned(before).await;
        done.store(true, Ordering::Relaxed);
        (button, milliseconds(begun), told)
    };
    let coming = crowd.come(CLIENTS, |_| !done.load(Ordering::Relaxed));
    let ((button, planned, told), met) = tokio::join!(releasing, coming);
    report.row(vec![
        format!("{CLIENTS} clients sign up"),
        button,
        planned,
        told.to_string(),
        format!("{:.0}", met_before.rate),
        met_before.spread.percentile(99),
        format!("{:.0}", met.rate),
        met.spread.percentile(99),
        met.spread.percentile(100),
        met.turned_away.to_string(),
        format!("{:.2}", met.rate / met_before.rate),
    ]);
    report.section(&format!("A session moved in the planning table: {way}"), &["times", "p50", "p99"]);
    report.row(vec![MOVED.to_string(), edits.percentile(50), edits.percentile(99)]);
}

/// Somebody who plans, in a browser.
struct Planner<'a> {
    running: &'a Running,
    client: Client,
    cookies: String,
}

impl<'a> Planner<'a> {
    fn of(running: &'a Running) -> Self {
        let client = Client::builder().redirect(Policy::none()).build().expect("a client");
        Self { running, client, cookies: running.planner() }
    }

    fn url(&self, below: &str) -> String {
        self.running.url("conference", &format!("/arrangor/konferanse/{}{below}", Conference::SLUG))
    }

    async fn get(&mut self, below: &str) -> Page {
        let answer = self.client.get(self.url(below)).header(COOKIE, &self.cookies).send().await.expect("an answer");
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let cookie = cookie.to_str().expect("a cookie of ours is ASCII").split(';').next().unwrap_or_default();
            self.cookies = format!("{}; {cookie}", self.cookies);
        }
        let (status, body) = (answer.status(), answer.text().await.expect("a body"));
        assert_eq!(status.as_u16(), 200, "{below}: {body}");
        Page { status, location: None, body }
    }

    /// Sends a form, and gives the address it leads to.
    async fn post(&self, below: &str, form: &Form) -> String {
        let asked = self.client.post(self.url(below)).header(COOKIE, &self.cookies).form(form);
        let answer = asked.send().await.expect("an answer");
        let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).map(str::to_owned);
        let status = answer.status();
        let body = answer.text().await.expect("a body");
        to.unwrap_or_else(|| panic!("{below}: {status}: {body}"))
    }

    /// Moves fifty sessions, ten each day: those of the odd slots, half of them by ten minutes and half of them into the next
    /// slot, where some have chosen something else.
    async fn move_some(&mut self, round: usize) -> Spread {
        let mut times = Vec::new();
        for day in 0..SIZE.days {
            let date = Conference::date(day);
            let page = self.get(&format!("/program?dag={date}")).await;
            let mut cells = cells(&page);
            cells.sort_by(|a, b| (&a.from, &a.room).cmp(&(&b.from, &b.room)));
            let per_day = MOVED / SIZE.days as usize;
            for (nth, cell) in cells.iter().enumerate().skip(round * per_day * 2).step_by(2).take(per_day) {
                let minutes = if nth % 4 == 0 { 10 } else { Conference::STEP };
                let form = moved(&page, &date, cell, minutes);
                let begun = Instant::now();
                let to = self.post("/program", &form).await;
                times.push(begun.elapsed());
                assert!(to.contains("lagra=1"), "{to}");
            }
        }
        Spread::of(times)
    }

    async fn release(&mut self) {
        let page = self.get("/utgje").await;
        let to = self.post("/utgje", &released(&page)).await;
        assert!(to.contains("gjort=released"), "{to}");
    }
}

/// Looks into the databases of those who take part in a release.
pub(crate) struct Watch {
    registration: Database,
    mail: Database,
    others: Vec<Database>,
}

/// How many messages had gone which way.
#[derive(Clone, Copy)]
pub(crate) struct Count {
    published: i64,
    replanned: i64,
}

impl Watch {
    pub(crate) async fn open(settings: &Settings) -> Self {
        let open = async |service| Database::open(settings, service).await.expect("a database");
        Self {
            registration: open("registration").await,
            mail: open("mail").await,
            others: vec![open("conference").await, open("portal").await, open("webinar").await],
        }
    }

    /// What registration has done and said.
    pub(crate) async fn count(&self) -> Count {
        Count {
            published: count(&self.registration, "inbox", EventPublished::NAME, "state = 'done'").await,
            replanned: count(&self.registration, "outbox", RegistrationReplanned::NAME, "1 = 1").await,
        }
    }

    /// Waits until registration has worked out one more release, and mail has planned the letters to everybody whom it told.
    /// Gives how many that are.
    pub(crate) async fn planned(&self, before: Count) -> i64 {
        let begun = Instant::now();
        loop {
            let now = self.count().await;
            let heard = count(&self.mail, "inbox", RegistrationReplanned::NAME, "state = 'done'").await;
            if now.published > before.published && now.replanned > before.replanned && heard == now.replanned {
                return now.replanned - before.replanned;
            }
            assert!(begun.elapsed() < PATIENCE, "{heard} of {} letters are planned", now.replanned);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until nothing is on its way.
    pub(crate) async fn settled(&self, patience: Duration) {
        let begun = Instant::now();
        loop {
            let (now, mut left) = (chrono::Utc::now(), 0);
            for db in [&self.registration, &self.mail].into_iter().chain(&self.others) {
                let state = bus::state(db, now).await.expect("the state");
                assert_eq!(state.set_aside, 0, "something was set aside");
                left += state.unsent + state.waiting;
            }
            left += mail::unsent(&self.mail, now).await.expect("the letters");
            if left == 0 {
                return;
            }
            assert!(begun.elapsed() < patience, "{left} messages and letters are left");
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
    }
}

async fn count(db: &Database, table: &str, name: &str, which: &str) -> i64 {
    let sql = format!("SELECT COUNT(*) AS many FROM {table} WHERE name = '{name}' AND {which}");
    let statement = Statement::from_string(db.read.get_database_backend(), sql);
    let row = db.read.query_one_raw(statement).await.expect("the table can be read").expect("a row");
    row.try_get("", "many").expect("a number")
}
