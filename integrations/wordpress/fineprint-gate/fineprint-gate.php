<?php
/**
 * Plugin Name: Fineprint gate
 * Description: Asks a fineprint gate before a post becomes public, and holds it back until its figures have sources and its disclosures stand.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 */

if (!defined('ABSPATH')) { exit; }

const FINEPRINT_PUBLIC = ['publish', 'future', 'private'];

/** A setting: a constant of wp-config.php wins over the settings page, so that secrets need not stand in the database. */
function fineprint_setting($name, $default = '') {
    $constant = 'FINEPRINT_GATE_' . strtoupper($name);
    if (defined($constant)) { return constant($constant); }
    $saved = get_option('fineprint_gate', []);
    return isset($saved[$name]) && $saved[$name] !== '' ? $saved[$name] : $default;
}

/** Sends one request to the gate, signed as Standard Webhooks asks. Gives the answer, or a WP_Error. */
function fineprint_send($path, array $payload, array $options = []) {
    $body = wp_json_encode($payload);
    $id = 'wp_' . wp_generate_uuid4();
    $time = (string) time();
    $secret = base64_decode(preg_replace('/^whsec_/', '', (string) fineprint_setting('secret')), true);
    if (!$secret) { return new WP_Error('fineprint_unset', __('The publish gate has no secret: see Settings → Fineprint gate.', 'fineprint-gate'), ['status' => 503]); }
    // Not wp_safe_remote_post: that refuses a gate in one's own network. The address comes from an administrator.
    $response = wp_remote_post(untrailingslashit(fineprint_setting('url', 'http://127.0.0.1:8087')) . $path, $options + [
        'timeout' => 15, 'redirection' => 0, 'body' => $body, 'headers' => [
            'content-type' => 'application/json', 'webhook-id' => $id, 'webhook-timestamp' => $time,
            'webhook-signature' => 'v1,' . base64_encode(hash_hmac('sha256', "$id.$time.$body", $secret, true)),
        ],
    ]);
    if (is_wp_error($response)) { return new WP_Error('fineprint_unavailable', $response->get_error_message(), ['status' => 503]); }
    $status = wp_remote_retrieve_response_code($response);
    $answer = json_decode(wp_remote_retrieve_body($response), true);
    if ($status !== 200 || !is_array($answer)) {
        $why = isset($answer['error']['message']) ? $answer['error']['message'] : "HTTP $status";
        return new WP_Error($status >= 500 || !is_array($answer) ? 'fineprint_unavailable' : 'fineprint_refused', $why, ['status' => 503]);
    }
    return $answer;
}

/** A post as the gate reads it. */
function fineprint_payload(array $post) {
    $content = (string) ($post['post_content'] ?? '');
    $fields = array_filter(['title' => (string) ($post['post_title'] ?? ''), 'content' => $content, 'excerpt' => (string) ($post['post_excerpt'] ?? '')], 'strlen');
    $author = get_userdata((int) ($post['post_author'] ?? 0)) ?: wp_get_current_user();
    $context = [
        'site' => (string) wp_parse_url(home_url(), PHP_URL_HOST),
        'article' => empty($post['ID']) ? 'new-' . substr(md5($content), 0, 12) : (string) $post['ID'],
    ];
    if ($author && $author->display_name) { $context['author'] = $author->display_name; }
    return apply_filters('fineprint_payload', [
        'article' => ['fields' => (object) $fields, 'map' => ['title' => ['role' => 'headline', 'format' => 'plain'], 'content' => ['role' => 'body', 'format' => 'html'], 'excerpt' => ['role' => 'standfirst', 'format' => 'html']]],
        'context' => $context,
    ], $post);
}

/** Asks the gate. Gives its answer, true where it is down and posts may pass then, or a WP_Error that says why not. */
function fineprint_ask(array $post) {
    if (trim(($post['post_title'] ?? '') . wp_strip_all_tags($post['post_content'] ?? '')) === '') { return true; }
    $payload = fineprint_payload($post);
    $payload['article']['map'] = (object) array_intersect_key($payload['article']['map'], (array) $payload['article']['fields']);
    $answer = fineprint_send('/v1/verdicts', $payload);
    if (!is_wp_error($answer)) { return $answer; }
    // A refusal (wrong secret, bad request) is never a pass; only silence may be one.
    if ($answer->get_error_code() === 'fineprint_unavailable' && fineprint_setting('when_down', 'hold') === 'publish') {
        error_log('fineprint gate: not reached, published unjudged: ' . $answer->get_error_message());
        return true;
    }
    return new WP_Error($answer->get_error_code(), sprintf(__('The publish gate did not answer: %s', 'fineprint-gate'), $answer->get_error_message()), ['status' => 503]);
}

/** @return true|WP_Error */
function fineprint_verdict(array $post) {
    $answer = fineprint_ask($post);
    if ($answer === true || is_wp_error($answer)) { return $answer; }
    if (!in_array($answer['verdict'], ['hold', 'reject'], true)) { return true; }
    $open = array_values(array_filter($answer['findings'], function ($f) { return empty($f['silenced']); }));
    $lines = array_map(function ($f) { return $f['message']; }, array_slice($open, 0, 3));
    if (count($open) > 3) { $lines[] = sprintf(__('and %d more', 'fineprint-gate'), count($open) - 3); }
    return new WP_Error('fineprint_hold', __('Fineprint holds this post back: ', 'fineprint-gate') . implode(' · ', $lines), ['status' => 422, 'findings' => $answer['findings'], 'receipt' => $answer['receipt']]);
}

function fineprint_key(array $post) { return md5(($post['post_title'] ?? '') . "\n" . ($post['post_content'] ?? '') . "\n" . ($post['post_excerpt'] ?? '')); }

// 1. REST: block editor, application passwords, mobile apps. A refusal with the findings.
add_action('init', function () {
    foreach (get_post_types(['show_in_rest' => true, 'public' => true]) as $type) {
        add_filter("rest_pre_insert_$type", function ($prepared) use ($type) {
            if (is_wp_error($prepared)) { return $prepared; }
            $old = isset($prepared->ID) ? get_post($prepared->ID, ARRAY_A) : [];
            // Editors send only what changed.
            $new = array_merge($old ?: ['post_author' => get_current_user_id()], array_filter((array) $prepared, function ($v) { return $v !== null; }));
            $new['post_type'] = $type;
            if (!in_array($new['post_status'] ?? 'draft', FINEPRINT_PUBLIC, true)) { return $prepared; }
            $verdict = fineprint_verdict($new);
            if (is_wp_error($verdict)) { return $verdict; }
            $GLOBALS['fineprint_passed'] = fineprint_key($new);
            return $prepared;
        }, 20);
    }
}, 99);

// 2. Second line: whatever else calls wp_insert_post (classic editor, quick edit, XML-RPC, importers) ends as pending.
add_filter('wp_insert_post_data', function ($data, $raw) {
    if (wp_installing() || !in_array($data['post_status'], FINEPRINT_PUBLIC, true) || !is_post_type_viewable($data['post_type']) || $data['post_type'] === 'attachment') { return $data; }
    $post = wp_unslash($data);
    if (($GLOBALS['fineprint_passed'] ?? '') === fineprint_key($post)) { return $data; }
    $post['ID'] = $raw['ID'] ?? 0;
    $verdict = fineprint_verdict($post);
    if (is_wp_error($verdict)) {
        $data['post_status'] = 'pending';
        set_transient('fineprint_notice_' . get_current_user_id(), $verdict->get_error_message(), 120);
    }
    return $data;
}, 20, 2);

// 3. A scheduled post is judged again at its hour: rules, dates and waivers may have changed since.
add_action('publish_future_post', function ($id) {
    $verdict = fineprint_verdict(get_post($id, ARRAY_A));
    if (is_wp_error($verdict)) {
        remove_action('publish_future_post', 'check_and_publish_future_post', 10);
        wp_update_post(['ID' => $id, 'post_status' => 'pending']);
    }
}, 5);

add_action('admin_notices', function () {
    $key = 'fineprint_notice_' . get_current_user_id();
    if ($message = get_transient($key)) {
        delete_transient($key);
        echo '<div class="notice notice-error"><p>' . esc_html($message) . '</p></div>';
    }
});

// 4. What went out is reported, so that the gate can say when it is not what was judged.
add_action('wp_after_insert_post', function ($id, $post) {
    if ($post->post_status !== 'publish' || wp_is_post_revision($id) || !is_post_type_viewable($post->post_type)) { return; }
    $payload = fineprint_payload(get_post($id, ARRAY_A));
    $payload['article']['map'] = (object) array_intersect_key($payload['article']['map'], (array) $payload['article']['fields']);
    if ((array) $payload['article']['fields']) { fineprint_send('/v1/published', $payload, ['timeout' => 3, 'blocking' => false]); }
}, 10, 2);

// 5. The block editor's panel asks by way of WordPress: the secret stays on the server.
add_action('rest_api_init', function () {
    register_rest_route('fineprint/v1', '/check', [
        'methods' => 'POST',
        'permission_callback' => function ($request) {
            $id = (int) $request['id'];
            return $id ? current_user_can('edit_post', $id) : current_user_can('edit_posts');
        },
        'args' => ['id' => ['type' => 'integer', 'default' => 0], 'title' => ['type' => 'string', 'required' => true], 'content' => ['type' => 'string', 'required' => true], 'excerpt' => ['type' => 'string', 'default' => '']],
        'callback' => function ($request) {
            $answer = fineprint_ask(['ID' => $request['id'], 'post_title' => $request['title'], 'post_content' => $request['content'], 'post_excerpt' => $request['excerpt'], 'post_author' => get_current_user_id()]);
            return $answer === true ? ['verdict' => 'pass', 'findings' => []] : $answer;
        },
    ]);
});
add_action('enqueue_block_editor_assets', function () {
    wp_enqueue_script('fineprint-gate', plugins_url('panel.js', __FILE__), ['wp-plugins', 'wp-element', 'wp-components', 'wp-data', 'wp-blocks', 'wp-api-fetch', 'wp-edit-post', 'wp-editor', 'wp-i18n'], '0.1.0', true);
});

// 6. Settings → Fineprint gate.
add_action('admin_menu', function () {
    add_options_page('Fineprint gate', 'Fineprint gate', 'manage_options', 'fineprint-gate', function () {
        $saved = get_option('fineprint_gate', []);
        $fixed = function ($name) { return defined('FINEPRINT_GATE_' . strtoupper($name)) ? ' disabled' : ''; };
        ?><div class="wrap"><h1>Fineprint gate</h1><form method="post" action="options.php"><?php settings_fields('fineprint_gate'); ?>
        <table class="form-table" role="presentation">
        <tr><th><label for="fp-url"><?php esc_html_e('Address', 'fineprint-gate'); ?></label></th><td><input id="fp-url" class="regular-text" type="url" name="fineprint_gate[url]" value="<?php echo esc_attr($saved['url'] ?? ''); ?>" placeholder="http://127.0.0.1:8087"<?php echo $fixed('url'); ?>></td></tr>
        <tr><th><label for="fp-secret"><?php esc_html_e('Secret', 'fineprint-gate'); ?></label></th><td><input id="fp-secret" class="regular-text" type="password" name="fineprint_gate[secret]" value="" autocomplete="new-password" placeholder="<?php echo empty($saved['secret']) ? 'whsec_…' : esc_attr__('kept; write here to replace it', 'fineprint-gate'); ?>"<?php echo $fixed('secret'); ?>>
        <p class="description"><?php esc_html_e('Or define FINEPRINT_GATE_SECRET in wp-config.php, which keeps it out of the database.', 'fineprint-gate'); ?></p></td></tr>
        <tr><th><?php esc_html_e('When the gate does not answer', 'fineprint-gate'); ?></th><td><fieldset>
        <label><input type="radio" name="fineprint_gate[when_down]" value="hold"<?php checked(($saved['when_down'] ?? 'hold') !== 'publish'); ?>> <?php esc_html_e('hold posts back', 'fineprint-gate'); ?></label><br>
        <label><input type="radio" name="fineprint_gate[when_down]" value="publish"<?php checked($saved['when_down'] ?? '', 'publish'); ?>> <?php esc_html_e('let them out, unjudged', 'fineprint-gate'); ?></label></fieldset></td></tr>
        </table><?php submit_button(); ?></form></div><?php
    });
});
add_action('admin_init', function () {
    register_setting('fineprint_gate', 'fineprint_gate', ['type' => 'array', 'sanitize_callback' => function ($given) {
        $saved = get_option('fineprint_gate', []);
        return [
            'url' => esc_url_raw($given['url'] ?? '', ['http', 'https']),
            'secret' => empty($given['secret']) ? ($saved['secret'] ?? '') : sanitize_text_field($given['secret']),
            'when_down' => ($given['when_down'] ?? '') === 'publish' ? 'publish' : 'hold',
        ];
    }]);
});
