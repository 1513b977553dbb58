//! What is promised when a connection to the database is cut off without a word.

use crate::house::{Counted, House, effects, recorded, settled};
use bus::testing::eventually;
use chrono::TimeDelta;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use url::Url;

/// What each loop asks first when it has found that there is something to do.
const CUES: [&str; 3] =
    ["UPDATE \"outbox\" SET \"lease_owner\"", "INSERT INTO \"inbox\"", "UPDATE \"inbox\" SET \"lease_owner\""];

pub(crate) async fn a_connection_that_is_cut_off_holds_a_loop_up_for_a_while_only(houses: &mut [House]) {
    assert_eq!(houses.len(), CUES.len());
    futures::future::join_all(houses.iter_mut().zip(CUES).map(|(house, cue)| try_one(house, cue))).await;
}

async fn try_one(house: &mut House, cue: &'static str) {
    let direct: Url = house.settings().database.as_deref().unwrap().parse().unwrap();
    let cut = Arc::new(AtomicBool::new(false));
    let port = way_with_a_cut(&direct, cue, &cut).await;
    let mut round_about = direct.clone();
    round_about.set_port(Some(port)).unwrap();
    house.reach_the_database_at(round_about.as_str());

    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    speaker.say(&[Counted { number: 1 }]).await;
    eventually("it is done", async || {
        // A message that could not be carried waits for its pause to be over.
        house.clock.advance(TimeDelta::milliseconds(10));
        effects(&mail.host.db).await == [1]
    })
    .await;
    assert!(cut.load(Ordering::SeqCst), "nothing was cut off at {cue}");
    settled(&speaker).await;
    settled(&mail).await;
    recorded(&mail, [1]).await;
    for instance in [speaker, mail] {
        instance.kill().await;
    }
    house.reach_the_database_at(direct.as_str());
}

/// A way to the database on a port of its own. The first connection over which the cue is about to go says and hears
/// nothing from then on, and stays open.
async fn way_with_a_cut(database: &Url, cue: &'static str, cut: &Arc<AtomicBool>) -> u16 {
    let there = (database.host_str().unwrap().to_owned(), database.port().unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let cut = Arc::clone(cut);
    tokio::spawn(async move {
        while let Ok((near, _)) = listener.accept().await {
            let far = TcpStream::connect(&there).await.unwrap();
            tokio::spawn(pass_on(near, far, cue, Arc::clone(&cut)));
        }
    });
    port
}

async fn pass_on(near: TcpStream, far: TcpStream, cue: &'static str, cut: Arc<AtomicBool>) -> std::io::Result<()> {
    let ((mut from_near, mut to_near), (mut from_far, mut to_far)) = (near.into_split(), far.into_split());
    let back = tokio::spawn(async move { tokio::io::copy(&mut from_far, &mut to_near).await });
    let mut bytes = vec![0; 1 << 16];
    loop {
        let got = from_near.read(&mut bytes).await?;
        if got == 0 {
            back.abort();
            return Ok(());
        }
        if String::from_utf8_lossy(&bytes[..got]).contains(cue) && !cut.swap(true, Ordering::SeqCst) {
            return std::future::pending().await;
        }
        to_far.write_all(&bytes[..got]).await?;
    }
}
