/** `NYSE: F`, `TSXV:ABC`, in any case of spacing; with brackets or without. */
export const TICKER = /\b(?:NYSE|NYSEMKT|NYSEARCA|Nasdaq|NASDAQ|AMEX|TSXV?|TSX-V|CSE|NEO|LSE|AIM|ASX|NSE|BSE|SGX|HKEX|HKG|SEHK|SIX|OTCQ[BX]|OTCMKTS|OTC|FRA|XETRA|ETR|EPA|AMS|BIT|BME|TYO|TSE|CVE)\s?:\s?[A-Z0-9][A-Z0-9.-]{0,6}\b/gu

/** Two letters of a country, nine of a number, a check digit: CA0000000000. The country must be letters the standard could hold. */
export const ISIN = /\b[A-Z]{2}[A-Z0-9]{9}\d\b/gu
