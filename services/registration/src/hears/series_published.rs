use super::Registrations;
use crate::following::place_all;
use crate::store::series;
use bus::{Failure, Hears, Work};
use proto::series::SeriesPublished;

impl Hears<SeriesPublished> for Registrations {
    /// Keeps the series as it is now. Its dates may have been told of before.
    async fn hear(&self, work: &Work, message: SeriesPublished) -> Result<(), Failure> {
        let series = message.series;
        if !series::keep(&work.tx, &series).await? {
            return Err(Failure::SetAside(format!("another series is already called {}", series.slug)));
        }
        if let Some(row) = series::by_id(&work.tx, series.id.0).await? {
            place_all(&work.tx, &row, work.now).await?;
        }
        Ok(())
    }
}
